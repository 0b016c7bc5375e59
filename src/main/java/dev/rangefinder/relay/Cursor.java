package dev.rangefinder.relay;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A position in one connection that stays valid while rows are added and removed: the value that the connection is ordered by,
 * and the key of the row. Clients receive an opaque string: base64url without padding.
 *
 * @param connection the fingerprint of the connection, including its order and filter
 * @param key the primary key of the row
 * @param value the value that the row is ordered by
 */
public record Cursor(long connection, long key, String value) {

    private static final int HEADER_BYTES = 2 * Long.BYTES;

    /** The fingerprint of a connection. */
    public static long fingerprint(String identity) {
        return ByteBuffer.wrap(Sha256.of(identity)).getLong();
    }

    public String encode() {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + text.length);
        bytes.putLong(connection).putLong(key).put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Decodes a cursor that a client sent.
     *
     * @param argument the name of the argument, for the message
     * @throws InputException with code {@code INVALID_CURSOR} when the connection did not create it
     */
    public static Cursor decode(String argument, String text, long connection) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() >= HEADER_BYTES && bytes.getLong() == connection) {
                long key = bytes.getLong();
                String value = StandardCharsets.UTF_8.decode(bytes).toString();
                return checked(argument, text, new Cursor(connection, key, value));
            }
        } catch (IllegalArgumentException e) {
            throw invalid(argument, e);
        }
        throw invalid(argument, null);
    }

    /** The primary key of the row of a cursor that its connection has decoded. */
    public static long keyOf(String cursor) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)).getLong(Long.BYTES);
    }

    private static Cursor checked(String argument, String text, Cursor cursor) {
        if (cursor.value.indexOf(0) >= 0 || !cursor.encode().equals(text)) {
            throw invalid(argument, null);
        }
        return cursor;
    }

    /** The error for a text that no connection created. */
    public static InputException invalid(String argument, @org.jspecify.annotations.Nullable Exception cause) {
        return new InputException(
                ErrorCode.INVALID_CURSOR,
                "`" + argument + "` is not a cursor of this connection with this order and filter.",
                cause);
    }
}
