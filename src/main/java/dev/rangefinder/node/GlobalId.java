package dev.rangefinder.node;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a global id stands for: a type and the key of one of its rows. Clients see base64url without padding and must
 * not look inside.
 *
 * @param type the name of the GraphQL type
 * @param key the identity inside the database
 */
public record GlobalId(String type, long key) {

    /** The id that clients see for a row. */
    public static String encode(String type, long key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ':' + key).getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Reads an id that a client sent.
     *
     * @throws InputException with code {@code INVALID_ID} when this service never handed out such an id
     */
    public static GlobalId decode(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            GlobalId decoded = new GlobalId(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
            if (encode(decoded.type, decoded.key).equals(id)) {
                return decoded;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw malformed(e);
        }
        throw malformed(null);
    }

    private static InputException malformed(@org.jspecify.annotations.Nullable Exception cause) {
        return new InputException(ErrorCode.INVALID_ID, "This is not an id that this service handed out.", cause);
    }
}
