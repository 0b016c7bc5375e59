package dev.rangefinder.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.BrandRows;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.StoredRow;
import dev.rangefinder.Writer;
import dev.rangefinder.http.Client;
import dev.rangefinder.http.Client.Reply;
import dev.rangefinder.websocket.RawSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed over WebSockets and as server-sent events. */
@QuarkusTest
@Timeout(60)
class FeedTest {

    private static final String SELECTION =
            "{cursor entry {revision kind type nodeId node {... on Brand {name}} properties {name before after}}}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();

    private static int revision() {
        return GraphQLClient.data("{catalogue {revision}}")
                .at("/catalogue/revision")
                .asInt();
    }

    private static String subscription(String arguments) {
        return "subscription {catalogueChanged" + arguments + ' ' + SELECTION + '}';
    }

    private static String of(StoredRow brand) {
        return "filter: {types: [\"Brand\"], brands: [\"" + brand.name() + "\"]}";
    }

    private RawSocket subscribe(String arguments) throws IOException {
        return RawSocket.initialised(endpoint)
                .send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\""
                        + subscription(arguments).replace("\"", "\\\"") + "\"}}");
    }

    /** The next message that is no heartbeat. */
    private static JsonNode message(RawSocket socket) throws IOException {
        for (int i = 0; i < 3; i++) {
            JsonNode message = socket.json();
            if (!message.at("/type").asText().equals("ping")) {
                return message;
            }
        }
        throw new IOException("Only heartbeats");
    }

    private static JsonNode change(RawSocket socket) throws IOException {
        JsonNode message = message(socket);
        assertEquals("next", message.at("/type").asText(), message::toPrettyString);
        assertTrue(message.at("/payload/errors").isMissingNode(), message::toPrettyString);
        return message.at("/payload/data/catalogueChanged");
    }

    private static String nameAfter(JsonNode change) {
        for (JsonNode property : change.at("/entry/properties")) {
            if (property.get("name").asText().equals("name")) {
                return property.get("after").asText();
            }
        }
        return "";
    }

    /** The time between the answer of the handshake and the start of a subscription is not observable: this ends it. */
    private void awaitSubscription(RawSocket socket) throws IOException {
        socket.subscribe("ready", "{query: '{__typename}'}");
        assertEquals("next", message(socket).at("/type").asText());
        assertEquals("complete", message(socket).at("/type").asText());
    }

    private void rename(StoredRow brand, String name) {
        data.rename(brand, name);
    }

    @Test
    void changesArriveAsTheyAreCommitted() throws Exception {
        StoredRow brand = data.brand("feed").save();
        try (RawSocket socket = subscribe("(since: " + revision() + ", " + of(brand) + ")")) {
            for (String name : List.of("One", "Two", "Three")) {
                rename(brand, name);
                JsonNode change = change(socket);

                assertEquals("REVISED", change.at("/entry/kind").asText(), change::toPrettyString);
                assertEquals("Brand", change.at("/entry/type").asText());
                assertEquals(name, nameAfter(change));
                assertEquals(name, change.at("/entry/node/name").asText());
            }
        }
    }

    @Test
    void missedChangesArriveFirstAndNoneTwice() throws Exception {
        StoredRow brand = data.brand("feed").save();
        int before = revision();
        rename(brand, "One");
        rename(brand, "Two");
        String second;
        try (RawSocket socket = subscribe("(since: " + before + ", " + of(brand) + ")")) {
            JsonNode first = change(socket);
            assertEquals("One", nameAfter(first));
            assertEquals("One", first.at("/entry/node/name").asText(), "as of its own revision");
            JsonNode change = change(socket);
            assertEquals("Two", nameAfter(change));
            assertEquals("Two", change.at("/entry/node/name").asText());
            second = change.get("cursor").asText();
            rename(brand, "Three");
            assertEquals("Three", nameAfter(change(socket)));
        }
        rename(brand, "Four");
        try (RawSocket socket = subscribe("(after: \"" + second + "\", " + of(brand) + ")")) {
            assertEquals("Three", nameAfter(change(socket)));
            assertEquals("Four", nameAfter(change(socket)));
            rename(brand, "Five");
            assertEquals("Five", nameAfter(change(socket)));
        }
    }

    @Test
    void withoutAStartOnlyLaterChangesArrive() throws Exception {
        StoredRow brand = data.brand("feed").save();
        rename(brand, "Before");
        try (RawSocket socket = subscribe("(" + of(brand) + ")")) {
            awaitSubscription(socket);
            rename(brand, "After");
            assertEquals("After", nameAfter(change(socket)));
        }
    }

    @Test
    void cursorsAreThoseOfTheConnection() throws Exception {
        StoredRow brand = data.brand("feed").save();
        rename(brand, "One");
        String cursor = GraphQLClient.data("{changes(last: 1) {edges {cursor}}}")
                .at("/changes/edges/0/cursor")
                .asText();
        rename(brand, "Two");
        try (RawSocket socket = subscribe("(after: \"" + cursor + "\", " + of(brand) + ")")) {
            JsonNode change = change(socket);
            assertEquals("Two", nameAfter(change));
            JsonNode page = GraphQLClient.data(
                    "query ($after: String!) {changes(first: 100, after: $after) {nodes {nodeId}}}",
                    Map.of("after", change.get("cursor").asText()));
            String id = change.at("/entry/nodeId").asText();
            page.at("/changes/nodes")
                    .forEach(node -> assertTrue(!node.get("nodeId").asText().equals(id), page::toPrettyString));
        }
    }

    @Test
    void manyChangesOfOneRevisionArriveInOrder() throws Exception {
        int before = revision();
        String slug = data.unique("many");
        data.citation("many").save();
        try (RawSocket socket = subscribe("(since: " + before + ", filter: {types: [\"Brand\"]})");
                Writer writer = new Writer()) {
            writer.execute(
                    BrandRows.insert("select '" + slug + "-' || i, 'Many ' || i from generate_series(1, 1200) i"));
            writer.commit();
            List<String> cursors = new ArrayList<>();
            List<String> names = new ArrayList<>();
            while (names.size() < 1200) {
                JsonNode change = change(socket);
                cursors.add(change.get("cursor").asText());
                names.add(change.at("/entry/node/name").asText());
            }
            assertEquals(1200, cursors.stream().distinct().count());
            assertEquals(
                    IntStream.rangeClosed(1, 1200).mapToObj(i -> "Many " + i).toList(), names);
        }
    }

    @Test
    void filtersSelectWhatConcernsABrand() throws Exception {
        StoredRow optics = data.brand("optics").save();
        StoredRow maker = data.brand("maker").save();
        StoredRow partnership = data.partnership("pair").save();
        data.member(partnership, optics, "IMAGING_PARTNER").save();
        data.member(partnership, maker, "HANDSET_MAKER").save();
        StoredRow device =
                data.device("phone", maker).resultingFrom(partnership).save();
        StoredRow launch = data.launch(device, data.country().save()).save();
        StoredRow stranger = data.brand("stranger").save();
        int before = revision();
        rename(stranger, "Elsewhere");
        rename(device, "Phone");
        try (Writer writer = new Writer()) {
            writer.execute("delete from launch where id = " + launch.key());
            writer.commit();
        }
        rename(partnership, "Pair");
        rename(maker, "Maker");
        rename(optics, "Optics");
        String brands =
                "(since: " + before + ", filter: {types: [\"Brand\", \"Partnership\", \"Device\", \"Launch\"], ";
        assertEquals(
                List.of("REVISED Device", "REMOVED Launch", "REVISED Partnership", "REVISED Brand"),
                kinds(brands + "brands: [\"" + optics.name() + "\"]})", 4));
        assertEquals(
                List.of("REVISED Device", "REMOVED Launch", "REVISED Partnership"),
                kinds(brands + "partnerships: [\"" + partnership.name() + "\"]})", 3));
        assertEquals(List.of("REVISED Brand"), kinds(brands + "brands: [\"" + stranger.name() + "\"]})", 1));
    }

    private List<String> kinds(String arguments, int number) throws IOException {
        List<String> kinds = new ArrayList<>();
        try (RawSocket socket = subscribe(arguments)) {
            while (kinds.size() < number) {
                JsonNode change = change(socket);
                kinds.add(change.at("/entry/kind").asText()
                        + ' '
                        + change.at("/entry/type").asText());
            }
        }
        return kinds;
    }

    @Test
    void filtersSelectObjectsThatAreRemoved() throws Exception {
        StoredRow brand = data.brand("removed").save();
        String id = GraphQLClient.data("{brand(slug: \"" + brand.name() + "\") {id}}")
                .at("/brand/id")
                .asText();
        try (RawSocket socket = subscribe("(since: " + revision() + ", filter: {nodes: [\"" + id + "\"]})")) {
            data.delete(brand);
            JsonNode change = change(socket);
            assertEquals("REMOVED", change.at("/entry/kind").asText());
            assertEquals(id, change.at("/entry/nodeId").asText());
            assertTrue(change.at("/entry/node").isNull());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(since: 2000000000)",
                "(since: -1)",
                "(after: \"nonsense\")",
                "(filter: {types: [\"Nonsense\"]})",
                "(filter: {types: []})",
                "(filter: {nodes: [\"nonsense\"]})",
                "(filter: {brands: [\"no-such-brand\"]})",
                "(filter: {partnerships: [\"no-such-partnership\"]})"
            })
    void invalidArgumentsEndTheSubscription(String arguments) throws Exception {
        try (RawSocket socket = subscribe(arguments)) {
            JsonNode error = message(socket);
            assertEquals("error", error.at("/type").asText(), error::toPrettyString);
            assertTrue(
                    List.of("BAD_USER_INPUT", "INVALID_CURSOR", "INVALID_ID")
                            .contains(error.at("/payload/0/extensions/code").asText()),
                    error::toPrettyString);
        }
        try (EventSource events = EventSource.open(endpoint, subscription(arguments))) {
            assertEquals(400, events.response().statusCode());
        }
    }

    @Test
    void cancelledSubscriptionSendsNothing() throws Exception {
        StoredRow brand = data.brand("cancelled").save();
        try (RawSocket socket = subscribe("(" + of(brand) + ")")) {
            awaitSubscription(socket);
            socket.send("{\"id\":\"1\",\"type\":\"complete\"}");
            awaitSubscription(socket);
            rename(brand, "Unseen");
            Thread.sleep(500);
            socket.subscribe("2", "{query: '{__typename}'}");
            assertEquals("2", message(socket).at("/id").asText());
        }
    }

    // Server-sent events

    @Test
    void eventsContinueAfterTheLastIdOfTheClient() throws Exception {
        StoredRow brand = data.brand("events").save();
        String operation = subscription("(since: " + revision() + ", " + of(brand) + ")");
        rename(brand, "One");
        rename(brand, "Two");
        String id;
        try (EventSource events = EventSource.open(endpoint, operation)) {
            assertEquals(200, events.response().statusCode());
            assertEquals(
                    "text/event-stream; charset=utf-8",
                    events.response().headers().firstValue("content-type").orElse(""));
            Map<String, String> first = events.event();
            id = first.get("id");
            JsonNode change = GraphQLClient.json(first.get("data")).at("/data/catalogueChanged");
            assertEquals("One", nameAfter(change));
            assertEquals(id, change.get("cursor").asText());
        }
        try (EventSource events = EventSource.open(endpoint, operation, "last-event-id", id)) {
            assertEquals("Two", nameAfter(events.next().at("/data/catalogueChanged")));
            rename(brand, "Three");
            assertEquals("Three", nameAfter(events.next().at("/data/catalogueChanged")));
        }
    }

    @Test
    void queryIsAnsweredByOneEvent() throws Exception {
        try (EventSource events = EventSource.open(endpoint, "{__typename}")) {
            assertEquals("Query", events.next().at("/data/__typename").asText());
            assertEquals("complete", events.event().get("event"));
        }
    }

    @Test
    void invalidOperationIsRejectedWithoutEvents() throws Exception {
        try (EventSource events = EventSource.open(endpoint, "subscription {nothing}")) {
            assertEquals(400, events.response().statusCode());
            assertTrue(events.response()
                    .headers()
                    .firstValue("content-type")
                    .orElse("")
                    .startsWith(Client.GRAPHQL_RESPONSE));
        }
    }

    @Test
    void subscriptionNeedsAClientOfEvents() {
        Reply reply = new Client(endpoint)
                .post("{\"query\":\"subscription {catalogueChanged {cursor}}\"}", "accept", Client.GRAPHQL_RESPONSE);
        assertEquals(400, reply.status());
        assertEquals("OPERATION_NOT_SUPPORTED", reply.code());
    }
}
