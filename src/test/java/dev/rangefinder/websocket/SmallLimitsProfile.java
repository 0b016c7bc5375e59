package dev.rangefinder.websocket;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Small limits of sockets and exports, configured origins, and trusted documents only. */
public class SmallLimitsProfile implements QuarkusTestProfile {

    public static final String TRUSTED = "query Trusted { __typename }";

    static final int MAX_MESSAGE_SIZE = 1024;
    static final int MAX_SOCKETS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("rangefinder.websocket.max-sockets", Integer.toString(MAX_SOCKETS)),
                Map.entry("rangefinder.websocket.max-operations", "2"),
                Map.entry("rangefinder.websocket.max-message-size", Integer.toString(MAX_MESSAGE_SIZE)),
                Map.entry("rangefinder.websocket.init-timeout", "1s"),
                Map.entry("rangefinder.websocket.keep-alive", "3s"),
                Map.entry("rangefinder.export.max-concurrent", "1"),
                Map.entry("rangefinder.export.idle-timeout", "1S"),
                Map.entry("rangefinder.export.timeout", "10S"),
                Map.entry("rangefinder.documents.manifest", manifest()),
                Map.entry("rangefinder.documents.only-trusted", "true"),
                Map.entry("rangefinder.http.origins", "https://app.example"));
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
