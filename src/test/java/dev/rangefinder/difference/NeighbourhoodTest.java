package dev.rangefinder.difference;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.SqlWriting;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What differs around a partnership between two moments. {@code -Dseed=...} and {@code -Dchanges=...} make another history. */
@QuarkusTest
class NeighbourhoodTest extends SqlWriting {

    private static final long SEED = Long.getLong("seed", 1);
    private static final int CHANGES = Integer.getInteger("changes", 60);
    private static final int COMPARISONS = 25;

    private static final String PAGE = """
        query ($id: ID!, $from: Int!, $to: Int!, $first: Int, $after: String, $last: Int, $before: String) {
          diff(id: $id, from: {revision: $from}, to: {revision: $to}) {
            kind
            neighbourhood(first: $first, after: $after, last: $last, before: $before) {
              totalCount count { value precision } edges { cursor node { kind type nodeId } }
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }
        }\
        """;

    private static final String ITEM = "nodeId kind properties { name before after }";

    private static final String ALL = """
        query ($id: ID!, $from: Int!, $to: Int!, $after: String) {
          diff(id: $id, from: {revision: $from}, to: {revision: $to}) {
            ITEM claims(first: 100) { nodes { ITEM } }
            neighbourhood(first: 40, after: $after) {
              nodes { ITEM claims(first: 100) { nodes { ITEM } } } pageInfo { hasNextPage endCursor }
            }
          }
        }\
        """.replace("ITEM", ITEM);

    private final CatalogueData data = new CatalogueData();

    private JsonNode neighbourhood(StoredRow partnership, int from, Map<String, ?> page) throws SQLException {
        Map<String, Object> variables = new HashMap<>(page);
        variables.putAll(Map.of("id", partnership.id(), "from", from, "to", currentRevision()));
        return data(PAGE, variables).at("/diff/neighbourhood");
    }

    private List<String> items(StoredRow partnership, int from) throws SQLException {
        List<String> items = new ArrayList<>();
        neighbourhood(partnership, from, Map.of("first", 100)).get("edges").forEach(edge -> {
            JsonNode node = edge.get("node");
            items.add(node.get("kind").asText() + " " + node.get("type").asText());
        });
        return items;
    }

    @Test
    void objectsThatDifferAreListedByTheirTypes() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        StoredRow market = data.country().save();
        StoredRow partnership = data.partnership("both").save();
        data.member(partnership, brand, "HANDSET_MAKER").save();
        StoredRow device =
                data.device("phone", brand).resultingFrom(partnership).save();
        StoredRow launch = data.launch(device, market).save();
        StoredRow event = data.event("congress").about(partnership).save();
        data.device("unrelated", brand).save();
        int before = currentRevision();
        data.rename(device, "Phone");
        data.rename(event, "Congress");
        data.figure(market, "2021").about(brand).save();
        data.price(launch, device, "10", "EUR").save();
        data.territory(partnership, market, true).save();
        data.claim(data.citation("report").save(), launch)
                .with("property", "motive")
                .save();
        assertEquals(
                List.of(
                        "ADDED Territory",
                        "CHANGED Device",
                        "CHANGED Launch",
                        "ADDED LaunchPrice",
                        "ADDED Figure",
                        "CHANGED Event"),
                items(partnership, before));
    }

    @Test
    void deviceThatJoinsOrLeavesIsAddedOrRemovedWithItsLaunches() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        StoredRow partnership = data.partnership("both").save();
        StoredRow device = data.device("phone", brand).save();
        data.launch(device, data.country().save()).save();
        int before = currentRevision();
        StoredRow collaboration = data.collaboration(partnership, device).save();
        assertEquals(List.of("ADDED Collaboration", "ADDED Device", "ADDED Launch"), items(partnership, before));
        int between = currentRevision();
        data.delete(collaboration);
        assertEquals(List.of("REMOVED Collaboration", "REMOVED Device", "REMOVED Launch"), items(partnership, between));
        assertEquals(List.of(), items(partnership, before));
    }

    @Test
    void neighbourhoodOfARemovedPartnershipIsRemoved() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        StoredRow partnership = data.partnership("both").save();
        data.member(partnership, brand, "HANDSET_MAKER").save();
        data.device("phone", brand).resultingFrom(partnership).save();
        int before = currentRevision();
        data.delete(partnership);
        assertEquals(List.of("REMOVED Member", "REMOVED Collaboration", "REMOVED Device"), items(partnership, before));
    }

    @Test
    void pagesGoInBothDirections() throws SQLException {
        StoredRow partnership = data.partnership("both").save();
        int before = currentRevision();
        for (String word : List.of("a", "b", "c", "d", "e")) {
            data.term(partnership, "OTHER").with("statement", word).save();
        }
        JsonNode all = neighbourhood(partnership, before, Map.of());
        assertEquals(5, all.get("edges").size());
        assertEquals(5, all.get("totalCount").asInt());
        assertEquals(json("{value: 5, precision: 'EXACT'}"), all.get("count"));
        assertPage(all, 0, 5, false, false);
        String second = all.at("/edges/1/cursor").asText();
        String fourth = all.at("/edges/3/cursor").asText();
        assertSame(all, 0, 2, neighbourhood(partnership, before, Map.of("first", 2)));
        assertSame(all, 2, 4, neighbourhood(partnership, before, Map.of("first", 2, "after", second)));
        assertSame(all, 3, 5, neighbourhood(partnership, before, Map.of("last", 2)));
        assertSame(all, 1, 3, neighbourhood(partnership, before, Map.of("last", 2, "before", fourth)));
        assertSame(all, 2, 3, neighbourhood(partnership, before, Map.of("after", second, "before", fourth)));
        assertSame(
                all,
                5,
                5,
                neighbourhood(
                        partnership,
                        before,
                        Map.of("after", all.at("/edges/4/cursor").asText())));
    }

    private static void assertSame(JsonNode all, int first, int end, JsonNode page) {
        List<JsonNode> edges = new ArrayList<>();
        all.get("edges").forEach(edges::add);
        List<JsonNode> found = new ArrayList<>();
        page.get("edges").forEach(found::add);
        assertEquals(edges.subList(first, end), found);
        assertEquals(5, page.get("totalCount").asInt());
        assertPage(page, first, end, first > 0, end < 5);
    }

    private static void assertPage(JsonNode page, int first, int end, boolean previous, boolean next) {
        assertEquals(previous, page.at("/pageInfo/hasPreviousPage").asBoolean(), () -> first + " " + end);
        assertEquals(next, page.at("/pageInfo/hasNextPage").asBoolean(), () -> first + " " + end);
    }

    @Test
    void cursorOfAnotherListIsInvalid() throws SQLException {
        StoredRow one = data.partnership("one").save();
        StoredRow other = data.partnership("other").save();
        int before = currentRevision();
        data.term(one, "OTHER").with("statement", "new").save();
        String cursor =
                neighbourhood(one, before, Map.of()).at("/edges/0/cursor").asText();
        Map<String, ?> variables =
                Map.of("id", other.id(), "from", before, "to", currentRevision(), "first", 1, "after", cursor);
        assertEquals("INVALID_CURSOR", errorCode(PAGE, variables));
    }

    @Test
    void pageSizeIsLimited() throws SQLException {
        StoredRow partnership = data.partnership("one").save();
        int now = currentRevision();
        Map<String, ?> variables = Map.of("id", partnership.id(), "from", now, "to", now, "first", 101);
        assertEquals("INVALID_PAGE_SIZE", errorCode(PAGE, variables));
    }

    @Test
    void differenceOfTwoMomentsTurnsWhatWasKnownIntoWhatIsKnown() throws SQLException {
        Random draw = new Random(SEED);
        int differing = 0;
        try (PartnershipHistory history = new PartnershipHistory(data, SEED)) {
            String id = history.partnership().id();
            List<KnownObjects> known = new ArrayList<>();
            for (int i = 0; i < CHANGES; i++) {
                history.change();
                known.add(new KnownObjects(id, currentRevision()));
            }
            for (int i = 0; i < COMPARISONS; i++) {
                int one = draw.nextInt(CHANGES);
                int other = draw.nextInt(CHANGES);
                differing += compare(id, known.get(Math.min(one, other)), known.get(Math.max(one, other)));
            }
        }
        int found = differing;
        assertTrue(found > 10 * COMPARISONS, () -> "objects that differ: " + found);
    }

    /** Compares what was known, as it is turned by the differences, with what is known. */
    private static int compare(String id, KnownObjects before, KnownObjects after) {
        List<JsonNode> differences = differences(id, before.revision(), after.revision());
        KnownObjects.Turned turned = before.turned();
        differences.forEach(turned::apply);
        assertEquals(after.objects(), turned.objects(), () -> before.revision() + " to " + after.revision());
        return differences.size();
    }

    private static List<JsonNode> differences(String id, int from, int to) {
        List<JsonNode> found = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("id", id, "from", from, "to", to));
        JsonNode page;
        do {
            JsonNode difference = data(ALL, variables).get("diff");
            page = difference.get("neighbourhood");
            if (found.isEmpty()) {
                add(difference, found);
            }
            page.get("nodes").forEach(item -> add(item, found));
            variables.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return found;
    }

    private static void add(JsonNode difference, List<JsonNode> found) {
        found.add(difference);
        difference.at("/claims/nodes").forEach(found::add);
    }
}
