package dev.rangefinder.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * An origin whose pages may send requests, as configured: {@code https://app.example}, {@code http://localhost:*} for every
 * port of a host, or {@code *} for every origin.
 */
record AllowedOrigin(String pattern) {

    private static final String ANY = "*";
    private static final String ANY_PORT = ":*";
    private static final Pattern ORIGIN =
            Pattern.compile("([a-z][a-z0-9+.-]*://(?:\\[[0-9a-f:.]+]|[a-z0-9._-]+))(:(?:[0-9]{1,5}|\\*))?");
    private static final Pattern PORT = Pattern.compile("(:[0-9]{1,5})?");

    /** Parses an origin; the default port of its scheme is dropped, as browsers do. */
    static AllowedOrigin of(String text) {
        String pattern = text.strip().toLowerCase(Locale.ROOT);
        Matcher origin = ORIGIN.matcher(pattern);
        if (!pattern.equals(ANY) && !origin.matches()) {
            throw new IllegalArgumentException(
                    "Expected origins, such as https://app.example or http://localhost:*, or * for all of them");
        }
        boolean hasDefaultPort = pattern.startsWith("https:") && pattern.endsWith(":443")
                || pattern.startsWith("http:") && pattern.endsWith(":80");
        return new AllowedOrigin(hasDefaultPort ? origin.group(1) : pattern);
    }

    /** Whether every origin is allowed. */
    boolean isAny() {
        return pattern.equals(ANY);
    }

    /** Whether the origin that a browser sends matches. */
    boolean allows(String origin) {
        if (!pattern.endsWith(ANY_PORT)) {
            return isAny() || pattern.equals(origin);
        }
        String host = pattern.substring(0, pattern.length() - ANY_PORT.length());
        return origin.startsWith(host)
                && PORT.matcher(origin.substring(host.length())).matches();
    }

    /** Converts the values of configuration. */
    public static final class Reader implements Converter<AllowedOrigin> {

        private static final long serialVersionUID = 1;

        @Override
        public AllowedOrigin convert(String value) {
            return of(value);
        }
    }
}
