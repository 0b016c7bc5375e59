package dev.rangefinder.node;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decoded global id. Clients receive an opaque string: base64url without padding.
 *
 * @param type the name of the GraphQL type
 * @param key the primary key of the record
 */
public record GlobalId(String type, long key) {

    /** This ID as clients receive it. */
    public String encoded() {
        return encode(type, key);
    }

    /** Encodes the id of a record. */
    public static String encode(String type, long key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ':' + key).getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Decodes an id that a client sent.
     *
     * @throws InputException with code {@code INVALID_ID} when this service does not issue such an id
     */
    public static GlobalId decode(String id) {
        return parse(id).orElseThrow(() -> invalid(null));
    }

    /** Decodes an id; empty when this service does not issue such an id. */
    public static Optional<GlobalId> parse(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            GlobalId decoded = new GlobalId(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
            return Optional.of(decoded)
                    .filter(valid -> encode(valid.type, valid.key).equals(id));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The name of the type of the rows of a table. */
    public static String typeOf(String table) {
        return Stream.of(table.split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    static InputException invalid(@org.jspecify.annotations.Nullable Exception cause) {
        return new InputException(ErrorCode.INVALID_ID, "This ID was not issued by this service.", cause);
    }
}
