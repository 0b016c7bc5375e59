package dev.rangefinder.http;

import io.vertx.core.http.HttpHeaders;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name by which a client and the logs of all services on the way can speak of one request. */
public final class RequestId {

    /** The header that carries it, both ways. */
    static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private RequestId() {}

    /** The one that came with a request, if it is harmless; otherwise a new one. */
    public static String of(@Nullable String header) {
        if (header != null && ACCEPTED.matcher(header).matches()) {
            return header;
        }
        // It only has to differ from others; nobody gains anything by guessing it.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(random.nextLong()) + digits.toHexDigits(random.nextLong());
    }
}
