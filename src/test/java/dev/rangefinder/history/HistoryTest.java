package dev.rangefinder.history;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.SqlWriting;
import dev.rangefinder.StoredRow;
import dev.rangefinder.Writer;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The history of objects, and the changes of the whole catalogue. */
@QuarkusTest
@Timeout(60)
class HistoryTest extends SqlWriting {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 25;

    private static final String OF_BRAND = """
        query ($slug: String!) {
          brand(slug: $slug) { id history { nodes { kind type nodeId properties { name before after } } } }
        }\
        """;

    private static final String OF_EVENT = """
        query ($slug: String!) {
          event(slug: $slug) { history(first: 1) { nodes { kind properties { name before after } } } }
        }\
        """;

    private static final String CHANGES = """
        query ($since: Int, $first: Int, $after: String, $last: Int, $before: String, $subject: String) {
          changes(since: $since, first: $first, after: $after, last: $last, before: $before,
              filter: {subject: {eq: $subject}}) {
            edges { cursor node { revision kind type nodeId node { id } } }
            pageInfo { hasNextPage hasPreviousPage }
            totalCount
          }
        }\
        """;

    private final CatalogueData data = new CatalogueData();

    private static int revision() {
        return data("{ catalogue { revision } }").at("/catalogue/revision").asInt();
    }

    /** Says who makes the changes of the transaction, as mutations do. */
    private void identify(String subject) throws SQLException {
        writer.execute("select set_config('rangefinder.subject', '" + subject + "', true), "
                + "set_config('rangefinder.issuer', 'https://issuer.example', true), "
                + "set_config('rangefinder.operation', 'reviseBrand', true)");
    }

    private static String rename(StoredRow row, String name) {
        return "update " + row.table() + " set name = '" + name + "' where id = " + row.key();
    }

    private static JsonNode changes(Map<String, ?> variables) {
        return data(CHANGES, variables).get("changes");
    }

    @Test
    void historyOfAnObjectIsItsChangesTheNewestFirst() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        writer.execute(rename(brand, "Maker of cameras"));
        writer.execute("insert into claim (source_id, standing, brand_id) select id, 'CONFIRMED', " + brand.key()
                + " from citation where key = '" + data.unique("evidence") + "'");
        writer.commit();
        JsonNode found = data(OF_BRAND, Map.of("slug", brand.name())).get("brand");
        String id = found.get("id").asText();
        assertEquals(json("""
                    [{kind: 'REVISED', type: 'Brand', nodeId: '%1$s', properties: [
                        {name: 'name', before: 'maker', after: 'Maker of cameras'},
                        {name: 'standing', before: 'RUMOURED', after: 'CONFIRMED'}]},
                     {kind: 'CREATED', type: 'Brand', nodeId: '%1$s', properties: [
                        {name: 'slug', before: null, after: '%2$s'},
                        {name: 'name', before: null, after: 'maker'},
                        {name: 'makes', before: null, after: 'HANDSETS'},
                        {name: 'standing', before: null, after: 'RUMOURED'},
                        {name: 'citation', before: null, after: '%3$s'}]}]""".formatted(id, brand.name(), data.unique("evidence"))), found.at("/history/nodes"));
    }

    @Test
    void entryTellsWhoMadeTheChangeWhenAndByWhat() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        Instant start = Instant.now().minus(Duration.ofMinutes(1));
        identify("alice");
        writer.execute(rename(brand, "renamed"));
        writer.commit();
        JsonNode entry = data(
                        "query ($slug: String!) { brand(slug: $slug) { history(first: 1) { nodes { revision at subject issuer operation } } } }",
                        Map.of("slug", brand.name()))
                .at("/brand/history/nodes/0");
        assertEquals(revision(), entry.get("revision").asInt());
        Instant at = Instant.parse(entry.get("at").asText());
        assertTrue(at.isAfter(start) && at.isBefore(start.plus(Duration.ofMinutes(5))), at::toString);
        assertEquals("alice", entry.get("subject").asText());
        assertEquals("https://issuer.example", entry.get("issuer").asText());
        assertEquals("reviseBrand", entry.get("operation").asText());
    }

    @Test
    void changeBySqlIsThatOfTheDatabaseRole() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        String role = writer.text("select session_user");
        assertEquals(
                json("{brand: {history: {nodes: [{subject: '%s', issuer: null, operation: null}]}}}".formatted(role)),
                data(
                        "query ($slug: String!) { brand(slug: $slug) { history { nodes { subject issuer operation } } } }",
                        Map.of("slug", brand.name())));
    }

    @Test
    void changeThatIsTakenBackInItsTransactionIsNoEntry() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        int before = revision();
        writer.execute(rename(brand, "renamed"));
        writer.execute(rename(brand, "maker"));
        writer.execute("insert into citation (key) values ('" + data.unique("temporary") + "')");
        writer.execute("delete from citation where key = '" + data.unique("temporary") + "'");
        writer.commit();
        assertEquals(before + 1, revision());
        assertEquals(0, changes(Map.of("since", before)).get("totalCount").asInt());
    }

    @Test
    void linksToOthersArePropertiesOfTheObject() throws SQLException {
        StoredRow one = data.brand("one").save();
        StoredRow two = data.brand("two").save();
        StoredRow event = data.event("congress").about(one).save();
        writer.execute(
                "insert into event_brand (event_id, brand_id) values (%d, %d)".formatted(event.key(), two.key()));
        writer.execute("insert into claim (source_id, property, value, event_id) select id, 'brands', '" + two.name()
                + "', " + event.key() + " from citation where key = '" + data.unique("evidence") + "'");
        writer.commit();
        writer.execute(
                "delete from event_brand where event_id = %d and brand_id = %d".formatted(event.key(), one.key()));
        writer.commit();
        assertEquals(
                json(
                        "{event: {history: {nodes: [{kind: 'REVISED', properties: [{name: 'brands', before: '%s, %s', after: '%s'}]}]}}}"
                                .formatted(one.name(), two.name(), two.name())),
                data(OF_EVENT, Map.of("slug", event.name())));
    }

    @Test
    void removedObjectIsNullAndItsEntryHasItsLastValues() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        StoredRow device = data.device("phone", brand).save();
        int before = revision();
        data.delete(device, brand);
        JsonNode edges = data(
                        "query ($since: Int) { changes(since: $since) { nodes { kind type node { id } properties { name before after } } } }",
                        Map.of("since", before))
                .at("/changes/nodes");
        JsonNode removed = null;
        for (JsonNode edge : edges) {
            assertEquals("REMOVED", edge.get("kind").asText());
            assertTrue(edge.get("node").isNull());
            removed = edge.get("type").asText().equals("Device") ? edge : removed;
        }
        assertEquals(
                json(
                        "[{name: 'slug', before: '%s', after: null}, {name: 'name', before: 'phone', after: null}, {name: 'kind', before: 'MODEL', after: null}, {name: 'brand', before: '%s', after: null}, {name: 'standing', before: 'RUMOURED', after: null}, {name: 'citation', before: '%s', after: null}]"
                                .formatted(device.name(), brand.name(), data.unique("evidence"))),
                removed.get("properties"));
    }

    @Test
    void removalOfAParentIsTheRemovalOfItsParts() throws SQLException {
        StoredRow device = data.device("phone", data.brand("maker").save()).save();
        StoredRow variant = data.variant(device, "A1").save();
        int before = revision();
        data.delete(device);
        List<String> types = new ArrayList<>();
        changes(Map.of("since", before, "first", 100))
                .get("edges")
                .forEach(edge -> types.add(edge.at("/node/type").asText()));
        assertTrue(types.containsAll(List.of("Claim", "Device", "Variant")), () -> types + " " + variant);
    }

    @Test
    void changesArePagedInBothDirections() throws SQLException {
        String subject = data.unique("pages");
        StoredRow brand = data.brand("maker").save();
        for (int i = 0; i < 5; i++) {
            identify(subject);
            writer.execute(rename(brand, "maker " + i));
            writer.commit();
        }
        JsonNode all = changes(Map.of("subject", subject, "first", 10));
        assertEquals(5, all.get("totalCount").asInt());
        JsonNode first = changes(Map.of("subject", subject, "first", 2));
        assertEquals(List.of(all.at("/edges/0"), all.at("/edges/1")), list(first));
        assertTrue(first.at("/pageInfo/hasNextPage").asBoolean());
        JsonNode next = changes(Map.of(
                "subject",
                subject,
                "first",
                2,
                "after",
                first.at("/edges/1/cursor").asText()));
        assertEquals(List.of(all.at("/edges/2"), all.at("/edges/3")), list(next));
        JsonNode previous = changes(Map.of(
                "subject",
                subject,
                "last",
                2,
                "before",
                next.at("/edges/1/cursor").asText()));
        assertEquals(List.of(all.at("/edges/1"), all.at("/edges/2")), list(previous));
        int since = all.at("/edges/3/node/revision").asInt();
        assertEquals(List.of(all.at("/edges/4/node")), nodes(changes(Map.of("subject", subject, "since", since))));
    }

    private static List<JsonNode> list(JsonNode connection) {
        List<JsonNode> edges = new ArrayList<>();
        connection.get("edges").forEach(edges::add);
        return edges;
    }

    private static List<JsonNode> nodes(JsonNode connection) {
        return list(connection).stream().map(edge -> edge.get("node")).toList();
    }

    @Test
    void changesAreFilteredByRevision() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        int first = revision();
        writer.execute(rename(brand, "second"));
        writer.commit();
        writer.execute(rename(brand, "third"));
        writer.commit();
        String query =
                "query ($slug: String!) { brand(slug: $slug) { history(filter: {revision: {%s}}) { nodes { revision } } } }";
        Map<String, List<Integer>> expected = Map.of(
                "gt: " + first,
                List.of(first + 2, first + 1),
                "gte: " + (first + 2),
                List.of(first + 2),
                "lt: " + (first + 1),
                List.of(first),
                "lte: " + (first + 1),
                List.of(first + 1, first),
                "gt: 2147483647",
                List.of(),
                "gte: -2147483648, lt: -1",
                List.of());
        expected.forEach((range, revisions) -> {
            List<Integer> found = new ArrayList<>();
            data(query.formatted(range), Map.of("slug", brand.name()))
                    .at("/brand/history/nodes")
                    .forEach(entry -> found.add(entry.get("revision").asInt()));
            assertEquals(revisions, found, range);
        });
    }

    @Test
    void readerWhoPagesByCursorReceivesEveryChangeOnceWhileOthersWrite() throws Exception {
        List<StoredRow> brands = IntStream.range(0, WRITERS)
                .mapToObj(number -> data.brand("writer" + number).save())
                .toList();
        int before = revision();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Integer> revisions = new ArrayList<>();
        try {
            List<Future<Void>> writers = brands.stream()
                    .map(brand -> threads.submit(() -> renameOften(brand)))
                    .toList();
            Map<String, Object> page = new HashMap<>(Map.of("since", before, "first", 7));
            while (revisions.size() < WRITERS * TRANSACTIONS) {
                for (JsonNode edge : list(changes(page))) {
                    revisions.add(edge.at("/node/revision").asInt());
                    page.put("after", edge.get("cursor").asText());
                }
            }
            for (Future<Void> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(
                IntStream.rangeClosed(before + 1, before + WRITERS * TRANSACTIONS)
                        .boxed()
                        .toList(),
                revisions);
    }

    private static Void renameOften(StoredRow brand) throws SQLException {
        try (Writer own = new Writer()) {
            for (int i = 0; i < TRANSACTIONS; i++) {
                own.execute(rename(brand, brand.name() + ' ' + i));
                own.commit();
            }
        }
        return null;
    }

    @Test
    void cursorOfOneHistoryIsInvalidInAnother() {
        StoredRow one = data.brand("one").save();
        StoredRow two = data.brand("two").save();
        String query =
                "query ($slug: String!, $after: String) { brand(slug: $slug) { history(after: $after) { edges { cursor } } } }";
        String cursor = data(query, Map.of("slug", one.name()))
                .at("/brand/history/edges/0/cursor")
                .asText();
        assertEquals("INVALID_CURSOR", errorCode(query, Map.of("slug", two.name(), "after", cursor)));
    }
}
