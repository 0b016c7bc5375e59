package dev.rangefinder.mutation;

/**
 * Identifies one field of a request that a client may send more than once, and that is to be executed once.
 *
 * @param value what the client has chosen
 * @param request a digest of the request, which tells whether it is the same
 * @param field the position of the field among the mutations of the request
 */
public record IdempotencyKey(String value, String request, int field) {}
