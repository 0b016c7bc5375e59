package dev.rangefinder.websocket;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Small limits, configured origins, and trusted documents only. */
public class SmallLimitsProfile implements QuarkusTestProfile {

    public static final String TRUSTED = "query Trusted { __typename }";

    static final int MAX_MESSAGE_SIZE = 1024;
    static final int MAX_SOCKETS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.websocket.max-sockets", Integer.toString(MAX_SOCKETS),
                "rangefinder.websocket.max-operations", "2",
                "rangefinder.websocket.max-message-size", Integer.toString(MAX_MESSAGE_SIZE),
                "rangefinder.websocket.init-timeout", "1s",
                "rangefinder.websocket.keep-alive", "3s",
                "rangefinder.documents.manifest", manifest(),
                "rangefinder.documents.only-trusted", "true",
                "rangefinder.http.origins", "https://app.example");
    }

    private static String manifest() {
        try {
            return Files.writeString(Path.of("target", "trusted-manifest.json"), """
                            {"brands": "{brands {totalCount}}", "type": "{__typename}", "first": "%s"}""".formatted(TRUSTED))
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
