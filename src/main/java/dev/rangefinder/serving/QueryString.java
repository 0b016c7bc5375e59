package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters in a URL, in the form {@code application/x-www-form-urlencoded}. Unlike common readers it takes
 * nothing that is broken: what cannot be read must not become another question.
 */
final class QueryString {

    private QueryString() {}

    /** The parameters of a query string; those with an empty value count as not there. */
    static Map<String, String> read(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!value.isEmpty() && parameters.put(name, value) != null) {
                throw new InputException(ErrorCode.BAD_REQUEST, "The URL has a parameter more than once.");
            }
        }
        return parameters;
    }

    private static String decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.write(hexadecimal(bytes, i + 1) << 4 | hexadecimal(bytes, i + 2));
                i += 2;
            } else {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return Utf8.decode(decoded.toByteArray(), "The URL, with each % and the two hexadecimal digits behind it,")
                .toString();
    }

    /** There is one: a URL comes here as RFC 3986 defines it, and what a client escaped in another way is not UTF-8. */
    private static int hexadecimal(byte[] bytes, int position) {
        return Character.digit(bytes[position], 16);
    }
}
