package dev.rangefinder.http;

import io.vertx.core.http.HttpHeaders;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identifies one request to its client, and in the logs of all services that it passes through. */
public final class RequestId {

    /** The header of requests and responses. */
    static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private RequestId() {}

    /** The id that a request came with, if it is safe to log; otherwise a new one. */
    public static String of(@Nullable String header) {
        if (header != null && VALID.matcher(header).matches()) {
            return header;
        }
        // It must be unique, not unpredictable.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(random.nextLong()) + digits.toHexDigits(random.nextLong());
    }
}
