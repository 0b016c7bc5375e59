package dev.rangefinder.http;

import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The header that tells caches which headers of a request its answer depends on: RFC 9110, section 12.5.5. */
public final class Vary {

    private Vary() {}

    /** The value for answers that depend on these headers. */
    public static CharSequence by(CharSequence... headers) {
        return HttpHeaders.createOptimized(Stream.of(headers)
                .map(header -> header.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    }
}
