package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** Small limits of answers and of slow subscribers, an origin that is allowed, and no explorer. */
public class SmallAnswersProfile implements QuarkusTestProfile {

    /** The maximum number of bytes of an answer. */
    public static final int LIMIT = 256 * 1024;

    /** How long a subscriber may take to read an event. */
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(2);

    /** The origin whose pages may read answers. */
    public static final String ORIGIN = "https://app.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.limits.answer-size",
                Integer.toString(LIMIT),
                "rangefinder.introspection.enabled",
                "true",
                "rangefinder.explorer.enabled",
                "false",
                "rangefinder.subscriptions.read-timeout",
                READ_TIMEOUT.toString(),
                "rangefinder.subscriptions.heartbeat",
                "1s",
                "rangefinder.http.origins",
                ORIGIN);
    }
}
