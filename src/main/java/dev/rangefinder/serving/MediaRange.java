package dev.rangefinder.serving;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A media type, or a range of them, with its parameters, as headers name them: RFC 9110, sections 8.3.1 and 12.5.1.
 *
 * @param type such as {@code application/json} or {@code application/*}, in lower case
 * @param parameters by their names in lower case; without the quotes around a value
 */
public record MediaRange(String type, Map<String, String> parameters) {

    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*+\"[^\"]*+\")*+[^\"]*+$)");
    private static final Pattern SEMICOLON = Pattern.compile(";(?=(?:[^\"]*+\"[^\"]*+\")*+[^\"]*+$)");

    /** The ranges that a header lists. */
    public static List<MediaRange> listOf(String header) {
        return COMMA.splitAsStream(header).map(MediaRange::of).toList();
    }

    /** The one that a header names. */
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

    /** Whether it names UTF-8 as its character set, or none, which means the same for JSON. */
    public boolean isUtf8() {
        return parameters.getOrDefault("charset", "utf-8").equalsIgnoreCase("utf-8");
    }

    /** How much a client wants it, from 0 (not at all) to 1: RFC 9110, section 12.4.2. */
    double weight() {
        try {
            double weight = Double.parseDouble(parameters.getOrDefault("q", "1"));
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How closely it names a media type: 3 by its name, 2 and 1 by a wildcard, and 0 not at all. */
    int closeness(MediaType mediaType) {
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
