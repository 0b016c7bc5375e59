package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A small limit of the size of answers, and no explorer. */
public class SmallAnswersProfile implements QuarkusTestProfile {

    /** The maximum number of bytes of an answer. */
    public static final int LIMIT = 256 * 1024;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.limits.answer-size",
                Integer.toString(LIMIT),
                "rangefinder.introspection.enabled",
                "true",
                "rangefinder.explorer.enabled",
                "false");
    }
}
