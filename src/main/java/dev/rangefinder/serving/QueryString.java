package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses the parameters of a URL, in the form {@code application/x-www-form-urlencoded}. Unlike common parsers it rejects
 * malformed input, so that a broken request never becomes a different one.
 */
final class QueryString {

    private QueryString() {}

    /** The parameters of a query string, without those whose value is empty. */
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
                decoded.write(hexadecimalDigit(bytes, i + 1) << 4 | hexadecimalDigit(bytes, i + 2));
                i += 2;
            } else {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return Utf8.decode(decoded.toByteArray(), "The percent-decoded URL").toString();
    }

    /** The digit is present: malformed escapes of the target have been replaced by valid ones, which are not UTF-8. */
    private static int hexadecimalDigit(byte[] bytes, int position) {
        return Character.digit(bytes[position], 16);
    }
}
