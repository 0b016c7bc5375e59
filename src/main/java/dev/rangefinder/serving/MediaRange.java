package dev.rangefinder.serving;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A media type or range with its parameters, as in headers: RFC 9110, sections 8.3.1 and 12.5.1.
 *
 * @param type such as {@code application/json} or {@code application/*}, in lower case
 * @param parameters by their names in lower case; values are unquoted
 */
public record MediaRange(String type, Map<String, String> parameters) {

    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*+\"[^\"]*+\")*+[^\"]*+$)");
    private static final Pattern SEMICOLON = Pattern.compile(";(?=(?:[^\"]*+\"[^\"]*+\")*+[^\"]*+$)");

    /** The ranges in the value of a header. */
    public static List<MediaRange> listOf(String header) {
        return COMMA.splitAsStream(header).map(MediaRange::of).toList();
    }

    static MediaRange of(String header) {
        String[] parts = SEMICOLON.split(header);
        Map<String, String> parameters = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                parameters.put(lower(parts[i].substring(0, equals)), unquoted(parts[i].substring(equals + 1)));
            }
        }
        return new MediaRange(parts.length == 0 ? "" : lower(parts[0]), parameters);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** Whether its character set is UTF-8, which is the default for JSON. */
    public boolean isUtf8() {
        return parameters.getOrDefault("charset", "utf-8").equalsIgnoreCase("utf-8");
    }

    /** The quality value, from 0 (not acceptable) to 1: RFC 9110, section 12.4.2. */
    public double weight() {
        try {
            double weight = Double.parseDouble(parameters.getOrDefault("q", "1"));
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How specifically it matches a media type: 3 by name, 2 or 1 by a wildcard, 0 if not at all. */
    int specificity(MediaType mediaType) {
        if (!isUtf8()) {
            return 0;
        }
        return switch (type) {
            case "*/*" -> 1;
            case "application/*" -> 2;
            default -> type.equals(mediaType.text()) ? 3 : 0;
        };
    }
}
