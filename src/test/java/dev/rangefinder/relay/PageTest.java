package dev.rangefinder.relay;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of connections: Relay Cursor Connections Specification, sections 2 to 4. */
@QuarkusTest
class PageTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("owner").save();
    private final ConnectionClient devices = devicesBySlug("ASC");

    private ConnectionClient devicesBySlug(String direction) {
        return ConnectionClient.root(
                "devices",
                "name",
                "{brand: {eq: $owner}}",
                "{field: SLUG, direction: " + direction + "}",
                brand.name());
    }

    private StoredRow add(String name) {
        return data.device(name, brand).save();
    }

    @ParameterizedTest
    @CsvSource({
        // first, after, last, before, page, next, previous
        "  1,   ,   ,   , a,     true,  false",
        "  4,   ,   ,   , abcd,  true,  false",
        "  5,   ,   ,   , abcde, false, false",
        "100,   ,   ,   , abcde, false, false",
        "   ,   ,   ,   , abcde, false, false",
        "  2, b ,   ,   , cd,    true,  true",
        "  2, c ,   ,   , de,    false, true",
        "  2, e ,   ,   , '',    false, true",
        "   ,   , 1 ,   , e,     false, true",
        "   ,   , 5 ,   , abcde, false, false",
        "   ,   , 2 , d , bc,    true,  true",
        "   ,   , 2 , c , ab,    true,  false",
        "   ,   , 2 , a , '',    true,  false",
        "  1,   ,   , c , a,     true,  false",
        "  5,   ,   , c , ab,    true,  false",
        "   , c , 1 ,   , e,     false, true",
        "   , c , 5 ,   , de,    false, true",
        "  1, a ,   , e , b,     true,  true",
        "  5, a ,   , e , bcd,   true,  true",
        "   , a , 1 , e , d,     true,  true",
        "   , a , 5 , e , bcd,   true,  true",
        "   , a ,   , b , '',    true,  true",
        "   , d ,   , b , '',    true,  true"
    })
    void pageHasTheRequestedEdgesAndPageInfo(
            Integer first, String after, Integer last, String before, String page, boolean next, boolean previous) {
        List.of("a", "b", "c", "d", "e").forEach(this::add);
        Page all = devices.first(5);
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("first", first);
        arguments.put("last", last);
        arguments.put("after", cursor(all, after));
        arguments.put("before", cursor(all, before));
        Page actual = devices.page(arguments);
        assertEquals(page, String.join("", actual.names()));
        assertEquals(List.of(next, previous), List.of(actual.hasNext(), actual.hasPrevious()));
        assertEquals(5, actual.total());
    }

    private static String cursor(Page page, String name) {
        return name == null ? null : page.cursors().get(page.names().indexOf(name));
    }

    @Test
    void pageInfoHasTheCursorsOfTheFirstAndLastEdge() {
        List.of("a", "b", "c").forEach(this::add);
        Page page = devices.first(2);
        assertEquals(page.cursors(), List.of(page.start(), page.end()));
        assertNotEquals(page.start(), page.end());
    }

    @Test
    void emptyPageHasNoCursors() {
        Page page = devices.first(2);
        assertEquals(List.of(), page.names());
        assertNull(page.start());
        assertNull(page.end());
        assertEquals(List.of(false, false), List.of(page.hasNext(), page.hasPrevious()));
        assertEquals(0, page.total());
    }

    @Test
    void adjacentPagesNeitherOverlapNorSkipEdges() {
        List.of("a", "b", "c").forEach(this::add);
        Page first = devices.first(2);
        assertEquals(List.of("c"), devices.firstAfter(2, first.end()).names());
        assertEquals(
                first.names(),
                devices.lastBefore(2, devices.firstAfter(2, first.end()).start())
                        .names());
    }

    @Test
    void defaultPageSizeIsTwenty() {
        IntStream.rangeClosed(1, 21).forEach(n -> add("d" + n));
        Page page = devices.page(Map.of());
        assertEquals(20, page.names().size());
        assertEquals(21, page.total());
        assertEquals(20, devices.page(Map.of("after", page.start())).names().size());
    }

    @Test
    void insertionBetweenPagesRepeatsNoEdges() {
        List.of("b", "d", "f", "h").forEach(this::add);
        Page first = devices.first(2);
        List.of("a", "c", "e", "i").forEach(this::add);
        Page second = devices.firstAfter(2, first.end());
        add("g");
        Page third = devices.firstAfter(3, second.end());
        assertEquals(List.of("b", "d"), first.names());
        assertEquals(List.of("e", "f"), second.names());
        assertEquals(List.of("g", "h", "i"), third.names());
    }

    @Test
    void deletionBetweenPagesSkipsNoEdges() {
        Map<String, StoredRow> saved = new HashMap<>();
        List.of("a", "b", "c", "d", "e", "f").forEach(name -> saved.put(name, add(name)));
        Page first = devices.first(3);
        data.delete(saved.get("a"), saved.get("b"), saved.get("d"));
        Page second = devices.firstAfter(3, first.end());
        assertEquals(List.of("e", "f"), second.names());
        assertEquals(List.of("c"), devices.lastBefore(3, second.start()).names());
    }

    @Test
    void cursorOfADeletedRowRemainsValid() {
        List.of("a", "b").forEach(this::add);
        StoredRow middle = add("c");
        List.of("d", "e").forEach(this::add);
        String cursor = devices.first(3).end();
        data.delete(middle);
        Page after = devices.firstAfter(1, cursor);
        Page before = devices.lastBefore(1, cursor);
        assertEquals(List.of("d"), after.names());
        assertEquals(List.of("b"), before.names());
        assertEquals(List.of(true, true), List.of(after.hasNext(), after.hasPrevious()));
        assertEquals(List.of(true, true), List.of(before.hasNext(), before.hasPrevious()));
    }

    @Test
    void lastPageHasTheOrderOfTheConnection() {
        List.of("a", "b", "c", "d").forEach(this::add);
        assertEquals(List.of("c", "d"), devices.last(2).names());
        assertEquals(List.of("b", "a"), devicesBySlug("DESC").last(2).names());
        assertEquals(List.of("d", "c"), devicesBySlug("DESC").first(2).names());
    }

    @Test
    void totalCountIsTheNumberOfMatchingRows() {
        List.of("abc", "abd", "xyz").forEach(this::add);
        JsonNode brands = data("""
                query ($slug: String!) {
                  brand(slug: $slug) {
                    all: devices { totalCount }
                    some: devices(first: 1, filter: {name: {startsWith: "ab"}}) { totalCount nodes { name } }
                    none: devices(filter: {name: {eq: "nothing"}}) { totalCount }
                  }
                }""", Map.of("slug", brand.name())).get("brand");
        assertEquals(3, brands.at("/all/totalCount").asInt());
        assertEquals(2, brands.at("/some/totalCount").asInt());
        assertEquals(1, brands.at("/some/nodes").size());
        assertEquals(0, brands.at("/none/totalCount").asInt());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void relationFilterFindsMatchesOfAnyNumberAndDistance(int size) {
        List<StoredRow> markets =
                Stream.generate(() -> data.country().save()).limit(3).toList();
        StoredRow other = data.country().save();
        List<String> all =
                IntStream.range(0, 70).mapToObj("device%02d"::formatted).toList();
        List<String> half =
                all.stream().filter(name -> all.indexOf(name) % 2 == 0).toList();
        data.inOneTransaction(() -> all.forEach(name -> {
            StoredRow device = add(name);
            markets.forEach(market -> data.launch(device, market).save());
            if (half.contains(name)) {
                data.launch(device, other)
                        .with("launched_on", name.compareTo("device65") < 0 ? "2022" : "2021")
                        .save();
            }
        }));
        String launches = "launches: {some: {market: {in: [%s]}, launchedOn: {%s}}}";
        assertFound(List.of(), size, launches.formatted(codes(other), "lt: \"2021\""));
        assertFound(List.of("device66", "device68"), size, launches.formatted(codes(other), "lt: \"2022\""));
        assertFound(half, size, launches.formatted(codes(other), "isNull: false"));
        assertFound(
                half,
                size,
                "and: [{" + launches.formatted(codes(other), "isNull: false") + "}, {name: {contains: \"dev\"}}]");
        assertFound(all, size, launches.formatted(codes(markets.toArray(StoredRow[]::new)), "isNull: true"));
    }

    private static String codes(StoredRow... markets) {
        return Stream.of(markets).map(market -> '"' + market.name() + '"').collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void nameFilterFindsMatchesOfAnyNumberAndDistance(int size) {
        String word = Integer.toHexString(brand.name().hashCode()) + "x";
        List<String> all =
                IntStream.range(0, 210).mapToObj((word + "%03d")::formatted).toList();
        data.inOneTransaction(() ->
                all.forEach(name -> data.device(name, brand).with("name", name).save()));
        assertFound(List.of(), size, "name: {contains: \"" + word + "999\"}");
        assertFound(all.subList(200, 210), size, "name: {startsWith: \"" + word + "20\"}");
        assertFound(all.subList(100, 200), size, "name: {contains: \"" + word + "1\"}, kind: {eq: MODEL}");
        assertFound(all, size, "name: {contains: \"" + word + "\"}");
    }

    /** Checks the matches among all devices, among those filtered by brand, and in the connection of the brand. */
    private void assertFound(List<String> names, int size, String filter) {
        String order = "{field: SLUG}";
        String owner = brand.name();
        for (ConnectionClient found : List.of(
                ConnectionClient.root("devices", "name", "{not: {slug: {eq: $owner}}, " + filter + "}", order, owner),
                ConnectionClient.root("devices", "name", "{brand: {eq: $owner}, " + filter + "}", order, owner),
                ConnectionClient.ofBrand("devices", "name", "{" + filter + "}", order, owner))) {
            assertEquals(names, found.forwards(size));
            assertEquals(names, found.backwards(size));
        }
    }

    @Test
    void nestedConnectionsArePagedByTheirOwnCursors() {
        StoredRow market = data.country().save();
        StoredRow other = data.country().save();
        for (String name : List.of("one", "two")) {
            StoredRow sub = data.brand(name).ownedBy(brand).save();
            for (String model : List.of("a", "b")) {
                StoredRow device = data.device(name + '-' + model, sub)
                        .with("name", name + ' ' + model)
                        .save();
                data.launch(device, market).with("launched_on", "2021").save();
                data.launch(device, other).with("launched_on", "2022").save();
            }
        }
        JsonNode subBrands = data("""
                query ($slug: String!) {
                  brand(slug: $slug) {
                    subBrands {
                      nodes {
                        slug
                        devices(first: 1, orderBy: {field: SLUG}) {
                          pageInfo { hasNextPage endCursor }
                          nodes { slug name launches(first: 1) { pageInfo { hasNextPage endCursor } nodes { launchedOn } } }
                        }
                      }
                    }
                  }
                }""", Map.of("slug", brand.name())).at("/brand/subBrands/nodes");
        assertEquals(2, subBrands.size());
        for (JsonNode sub : subBrands) {
            assertNextPages(sub);
        }
    }

    private static void assertNextPages(JsonNode sub) {
        JsonNode device = sub.at("/devices/nodes/0");
        String name = device.get("name").asText();
        assertEquals(json("{launchedOn: '2021'}"), device.at("/launches/nodes/0"));
        assertEquals(
                json("""
                        {brand: {devices: {nodes: [{name: '%s'}], pageInfo: {hasNextPage: false, hasPreviousPage: true}}},
                            device: {launches: {nodes: [{launchedOn: '2022'}], pageInfo: {hasNextPage: false}}}}""".formatted(name.replace('a', 'b'))),
                data(
                        """
                        query ($brand: String!, $nextDevice: String!, $device: String!, $nextLaunch: String!) {
                          brand(slug: $brand) {
                            devices(first: 1, after: $nextDevice, orderBy: {field: SLUG}) {
                              nodes { name } pageInfo { hasNextPage hasPreviousPage }
                            }
                          }
                          device(slug: $device) {
                            launches(first: 1, after: $nextLaunch) { nodes { launchedOn } pageInfo { hasNextPage } }
                          }
                        }""",
                        Map.of(
                                "brand", sub.get("slug").asText(),
                                "nextDevice",
                                        sub.at("/devices/pageInfo/endCursor").asText(),
                                "device", device.get("slug").asText(),
                                "nextLaunch",
                                        device.at("/launches/pageInfo/endCursor")
                                                .asText())));
    }
}
