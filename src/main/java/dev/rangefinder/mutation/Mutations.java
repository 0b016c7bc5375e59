package dev.rangefinder.mutation;

/** Executes mutations. */
@FunctionalInterface
public interface Mutations {

    /**
     * Executes a mutation and commits it, unless it is refused. If one with the same idempotency key has been committed, the result
     * is that of the earlier one.
     *
     * @throws IdempotencyException when its idempotency key cannot be used
     * @throws dev.rangefinder.transaction.DatabaseException when the database is unavailable
     */
    Payload execute(MutationRequest mutation);
}
