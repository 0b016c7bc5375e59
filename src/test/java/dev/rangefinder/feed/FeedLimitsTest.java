package dev.rangefinder.feed;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.BrandRows;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.MetricsScrape;
import dev.rangefinder.StoredRow;
import dev.rangefinder.Writer;
import dev.rangefinder.http.Browser;
import dev.rangefinder.http.NodeProject;
import dev.rangefinder.http.SmallAnswersProfile;
import dev.rangefinder.websocket.RawSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The feed for clients that are slow, idle or pages. */
@QuarkusTest
@TestProfile(SmallAnswersProfile.class)
@Timeout(120)
class FeedLimitsTest {

    private static final int CHANGES = 1200;

    /** Together, the changes are larger than what the operating system keeps for a connection. */
    private static final String LARGE =
            IntStream.range(0, 200).mapToObj(i -> "c" + i + ": cursor").collect(joining(" "));

    private static final String NAME = "entry {node {... on Brand {name}}} ";
    private static final String BRANDS = "filter: {types: ['Brand']}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    private final CatalogueData data = new CatalogueData();

    private static int revision() {
        return GraphQLClient.data("{catalogue {revision}}")
                .at("/catalogue/revision")
                .asInt();
    }

    /** Single quotes stand for double ones. */
    private RawSocket subscribe(String arguments, String selection) throws IOException {
        String operation = "subscription {catalogueChanged(" + arguments.replace('\'', '"') + ") {" + selection + "}}";
        JsonObject payload = new JsonObject().put("query", operation);
        return RawSocket.initialised(endpoint)
                .send(new JsonObject()
                        .put("id", "1")
                        .put("type", "subscribe")
                        .put("payload", payload)
                        .encode());
    }

    private static JsonNode message(RawSocket socket) throws IOException {
        for (int pings = 0; pings < 60; pings++) {
            JsonNode message = socket.json();
            if (!message.get("type").asText().equals("ping")) {
                return message;
            }
        }
        throw new IOException("Only heartbeats");
    }

    /** The client does not read, and learns nothing. */
    private void awaitEnd() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> MetricsScrape.of(management).sum("rangefinder_subscriptions_active") == 0);
    }

    @Test
    void slowClientIsToldAndContinues() throws Exception {
        int before = revision();
        String slug = data.unique("slow");
        data.citation("slow").save();
        try (Writer writer = new Writer()) {
            writer.execute(BrandRows.insert(
                    "select '" + slug + "-' || i, 'Slow ' || i from generate_series(1, " + CHANGES + ") i"));
            writer.commit();
        }
        List<String> names = new ArrayList<>();
        String last = "";
        try (RawSocket socket = subscribe("since: " + before + ", " + BRANDS, "cursor " + NAME + LARGE)) {
            awaitEnd();
            JsonNode message = message(socket);
            while (message.get("type").asText().equals("next")) {
                JsonNode change = message.at("/payload/data/catalogueChanged");
                names.add(change.at("/entry/node/name").asText());
                last = change.get("cursor").asText();
                message = message(socket);
            }
            assertEquals("error", message.get("type").asText(), message::toPrettyString);
            assertEquals("TOO_SLOW", message.at("/payload/0/extensions/code").asText());
            assertTrue(names.size() < CHANGES, () -> names.size() + " changes");
        }
        try (RawSocket socket = subscribe("after: '" + last + "', " + BRANDS, NAME)) {
            while (names.size() < CHANGES) {
                names.add(message(socket)
                        .at("/payload/data/catalogueChanged/entry/node/name")
                        .asText());
            }
        }
        assertEquals(
                IntStream.rangeClosed(1, CHANGES).mapToObj(i -> "Slow " + i).toList(), names);
    }

    @Test
    void heartbeatsHaveTheNewestRevision() throws Exception {
        StoredRow brand = data.brand("heartbeat").save();
        String filter = "filter: {types: ['Device'], brands: ['" + brand.name() + "']}";
        try (RawSocket socket = subscribe(filter, "cursor");
                EventSource events = EventSource.open(
                        endpoint, "subscription {catalogueChanged(" + filter.replace('\'', '"') + ") {cursor}}")) {
            data.rename(brand, "Unseen");
            int revision = revision();
            JsonNode ping = socket.json();
            while (ping.at("/payload/revision").asInt() < revision) {
                ping = socket.json();
            }
            assertEquals("ping", ping.get("type").asText());
            String comment = events.comment();
            while (!comment.equals("revision " + revision)) {
                comment = events.comment();
            }
        }
    }

    @Test
    @Tag(NodeProject.TAG)
    void pagesOfAllowedOriginsFollow() throws Exception {
        StoredRow brand = data.brand("page").save();
        int before = revision();
        data.rename(brand, "One");
        data.rename(brand, "Two");
        String stranger = "https://other.example";
        JsonPath followed = Browser.run(
                "feed-page.mjs",
                "A page that follows the feed",
                endpoint.toString(),
                brand.name(),
                Integer.toString(before),
                "2",
                SmallAnswersProfile.ORIGIN,
                stranger);
        List<String> names = List.of("One", "Two");
        assertEquals(Map.of("events", names, "socket", names), followed.getMap("'" + SmallAnswersProfile.ORIGIN + "'"));
        assertEquals(Map.of("events", "refused", "socket", "refused"), followed.getMap("'" + stranger + "'"));
    }
}
