package dev.rangefinder.relay;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid cursors and page sizes return an error with a code, never an empty page. */
@QuarkusTest
class CursorTest {

    private static final String BY_SLUG = "{field: SLUG}";

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("owner").save();
    private final ConnectionClient devices = devices("{brand: {eq: $owner}}", BY_SLUG);

    private ConnectionClient devices(String filter, String orderBy) {
        return ConnectionClient.root("devices", "name", filter, orderBy, brand.name());
    }

    private void addDevices() {
        data.device("a", brand).save();
        data.device("b", brand).save();
    }

    private static void assertCursorIsRejected(ConnectionClient connection, String cursor) {
        assertEquals("INVALID_CURSOR", connection.error(Map.of("first", 1, "after", cursor)));
        assertEquals("INVALID_CURSOR", connection.error(Map.of("last", 1, "before", cursor)));
    }

    private static Stream<String> malformedCursors() {
        return Stream.of(
                "", "a", "!", "null", "0", "\u00e9", encoded(""), encoded("too short"), encoded("x".repeat(40)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("malformedCursors")
    void malformedCursorIsRejected(String cursor) {
        assertCursorIsRejected(devices, cursor);
    }

    @Test
    void modifiedCursorIsRejected() {
        addDevices();
        String cursor = devices.first(1).end();
        assertCursorIsRejected(devices, cursor.substring(0, 12));
        assertCursorIsRejected(devices, cursor + "=");
        assertCursorIsRejected(devices, (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1));
    }

    @Test
    void cursorIsRejectedByAnotherConnection() {
        addDevices();
        String cursor = devices.first(1).end();
        assertCursorIsRejected(
                ConnectionClient.root("brands", "name", "{slug: {eq: $owner}}", BY_SLUG, brand.name()), cursor);
        assertCursorIsRejected(ConnectionClient.ofBrand("devices", "name", BY_SLUG, brand.name()), cursor);
        assertCursorIsRejected(ConnectionClient.ofBrand("subBrands", "name", BY_SLUG, brand.name()), cursor);
    }

    @Test
    void cursorIsRejectedByAnotherParent() {
        addDevices();
        StoredRow other = data.brand("other").save();
        data.device("c", other).save();
        String cursor = ConnectionClient.ofBrand("devices", "name", BY_SLUG, other.name())
                .first(1)
                .end();
        assertCursorIsRejected(ConnectionClient.ofBrand("devices", "name", BY_SLUG, brand.name()), cursor);
    }

    @Test
    void cursorIsRejectedByAnotherOrder() {
        addDevices();
        String cursor = devices.first(1).end();
        assertCursorIsRejected(devices("{brand: {eq: $owner}}", "{field: RELEASED_ON}"), cursor);
        assertCursorIsRejected(devices("{brand: {eq: $owner}}", "{field: SLUG, direction: DESC}"), cursor);
    }

    @Test
    void cursorIsRejectedByAnOrderWithAnotherPlaceForMissingValues() {
        addDevices();
        for (String direction : List.of("ASC", "DESC")) {
            String order = "{field: RELEASED_ON, direction: " + direction + ", nulls: %s}";
            ConnectionClient last = devices("{brand: {eq: $owner}}", order.formatted("LAST"));
            ConnectionClient first = devices("{brand: {eq: $owner}}", order.formatted("FIRST"));
            assertCursorIsRejected(first, last.first(1).end());
            assertCursorIsRejected(last, first.first(1).end());
        }
    }

    @Test
    void cursorIsRejectedByAnotherFilter() {
        addDevices();
        String cursor = devices.first(1).end();
        assertCursorIsRejected(devices("{brand: {eq: $owner}, kind: {eq: MODEL}}", BY_SLUG), cursor);
        assertCursorIsRejected(devices("{brand: {in: [$owner]}}", BY_SLUG), cursor);
        assertCursorIsRejected(devices("{not: {brand: {eq: $owner}}}", BY_SLUG), cursor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: {in: [\"a, b\"]}} | {name: {in: [\"a\", \"b\"]}}",
                "{or: [{name: {eq: \"a, b\"}}, {name: {eq: \"c\"}}]} | {or: [{name: {eq: \"a\"}}, {name: {eq: \"b, c\"}}]}",
                "{name: {eq: \"a\"}} | {name: {eq: \"b\"}}",
                "{kind: {in: []}} | {slug: {in: []}}"
            })
    void cursorIsRejectedByASimilarFilter(String filter, String other) {
        data.device("any", brand).save();
        String without = "{brand: {eq: $owner}, or: [%s, {name: {eq: \"any\"}}]}";
        String cursor = devices(without.formatted(filter), BY_SLUG).first(1).end();
        assertCursorIsRejected(devices(without.formatted(other), BY_SLUG), cursor);
    }

    @Test
    void cursorIsValidForAnyPageSizeInBothDirections() {
        addDevices();
        String cursor = devices.first(1).end();
        assertEquals(List.of("b"), devices.firstAfter(100, cursor).names());
        assertEquals(List.of(), devices.lastBefore(7, cursor).names());
    }

    @Test
    void cursorInANestedConnectionIsRejectedByOtherParentsOnly() {
        addDevices();
        StoredRow other = data.brand("other").save();
        data.device("c", other).save();
        JsonNode brands = data("""
                query ($slug: String!, $other: String!) {
                  one: brand(slug: $slug) { id devices(first: 1, orderBy: {field: SLUG}) { pageInfo { endCursor } } }
                  two: brand(slug: $other) { id }
                }""", Map.of("slug", brand.name(), "other", other.name()));
        JsonNode answer = answer(
                """
                query ($ids: [ID!]!, $after: String!) {
                  nodes(ids: $ids) {
                    ... on Brand {
                      devices(first: 1, after: $after, orderBy: {field: SLUG}) { totalCount nodes { name } pageInfo { hasNextPage } }
                    }
                  }
                }""",
                Map.of(
                        "ids", brands.findValuesAsText("id"),
                        "after", brands.findValue("endCursor").asText()));
        assertEquals(
                json("[{devices: {totalCount: 2, nodes: [{name: 'b'}], pageInfo: {hasNextPage: false}}}, null]"),
                answer.at("/data/nodes"));
        assertEquals(1, answer.get("errors").size());
        assertEquals(json("['nodes', 1, 'devices']"), answer.at("/errors/0/path"));
        assertEquals("INVALID_CURSOR", answer.at("/errors/0/extensions/code").asText());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void pageSizeOutsideOneToOneHundredIsRejected(int size) {
        assertEquals("INVALID_PAGE_SIZE", devices.error(Map.of("first", size)));
        assertEquals("INVALID_PAGE_SIZE", devices.error(Map.of("last", size)));
    }

    @Test
    void nestedPageSizeOutsideTheRangeIsRejected() {
        assertEquals(
                "INVALID_PAGE_SIZE",
                errorCode(
                        "query ($slug: String!) { brand(slug: $slug) { devices(first: 0) { nodes { name } } } }",
                        Map.of("slug", brand.name())));
    }

    @Test
    void firstTogetherWithLastIsRejected() {
        assertEquals("BAD_USER_INPUT", devices.error(Map.of("first", 1, "last", 1)));
    }

    @Test
    void nullSizeAndNullCursorAreIgnored() {
        addDevices();
        assertEquals(
                2,
                data(
                                "query ($slug: String!) { brand(slug: $slug) "
                                        + "{ devices(first: null, last: null, after: null, before: null) { nodes { name } } } }",
                                Map.of("slug", brand.name()))
                        .at("/brand/devices/nodes")
                        .size());
    }
}
