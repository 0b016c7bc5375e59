package dev.rangefinder.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.http.SmallAnswersProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large answers over WebSockets are split into frames, and have the same limit as over HTTP. */
@QuarkusTest
@TestProfile(SmallAnswersProfile.class)
class LargeAnswerTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData catalogue = new CatalogueData();

    private String brand(String name) {
        catalogue.brand("large").with("name", name).save();
        return "{query: '{brand(slug: \\\"" + catalogue.unique("large") + "\\\") {name other: name}}'}";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5_000, 10_000, 30_001})
    void answerWithinTheLimitIsCompleteAlsoFromTheCache(int size) throws Exception {
        String name = "mö".repeat(size);
        String request = brand(name);
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            for (int i = 0; i < 2; i++) {
                JsonNode next = socket.subscribe("one", request).json();
                assertEquals("next", next.path("type").asText());
                assertEquals("one", next.path("id").asText());
                assertEquals(name, next.at("/payload/data/brand/name").asText());
                assertEquals(name, next.at("/payload/data/brand/other").asText());
                assertEquals("complete", socket.json().path("type").asText());
            }
        }
    }

    @Test
    void answerOverTheLimitIsAnError() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            JsonNode error = socket.subscribe("one", brand("x".repeat(SmallAnswersProfile.LIMIT / 2)))
                    .json();
            assertEquals("error", error.path("type").asText());
            assertEquals(
                    "ANSWER_TOO_LARGE", error.at("/payload/0/extensions/code").asText());
        }
    }
}
