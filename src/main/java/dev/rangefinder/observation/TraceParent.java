package dev.rangefinder.observation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request is part of: W3C Trace Context, section 3.2.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param sampled whether the caller records the trace
 */
record TraceParent(String traceId, String spanId, boolean sampled) {

    /** Version ff is none, and only versions after 00 may append more. */
    private static final Pattern HEADER = Pattern.compile(
            "(?!ff)(?!00.{54})[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");

    /** The trace in a header {@code traceparent}; null when there is none that can be continued. */
    static @Nullable TraceParent of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher parts = HEADER.matcher(header);
        return parts.matches()
                ? new TraceParent(parts.group(1), parts.group(2), (Integer.parseInt(parts.group(3), 16) & 1) == 1)
                : null;
    }
}
