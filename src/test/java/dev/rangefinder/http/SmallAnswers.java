package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Answers whose bound a test reaches soon. */
public class SmallAnswers implements QuarkusTestProfile {

    /** The most bytes that an answer has. */
    public static final int LIMIT = 256 * 1024;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.limits.answer-size", Integer.toString(LIMIT), "rangefinder.introspection.enabled", "true");
    }
}
