package dev.rangefinder.mutation;

import static dev.rangefinder.mutation.MutationClient.change;
import static dev.rangefinder.mutation.MutationClient.cite;
import static dev.rangefinder.mutation.MutationClient.errors;
import static dev.rangefinder.mutation.MutationClient.registerBrand;
import static dev.rangefinder.mutation.MutationClient.statesAll;
import static dev.rangefinder.mutation.MutationClient.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many editors change the same records at once. {@code -Deditors=200} changes their number. */
@QuarkusTest
class ConcurrentEditorsTest {

    private static final int EDITORS = Integer.getInteger("editors", 20);
    private static final int BRANDS = 10;

    @Test
    void noUpdateIsLost() {
        String citation = cite();
        List<String> slugs = IntStream.range(0, BRANDS)
                .mapToObj(i -> unique("edited"))
                .peek(slug -> registerBrand(slug, citation))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
        try {
            List<CompletableFuture<Void>> editors = IntStream.range(0, EDITORS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> append(slugs.get(i % BRANDS), "+" + i), threads))
                    .toList();
            editors.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        int length = 0;
        for (String slug : slugs) {
            JsonNode brand = revise(slug, 0, "Never").at("/errors/0/current");
            length += brand.get("name").asText().replaceAll("[^+]", "").length();
        }
        assertEquals(EDITORS, length);
    }

    /** Appends to the name of a brand, and tries again with the current version as long as another editor was faster. */
    private static void append(String slug, String suffix) {
        JsonNode refusal = revise(slug, 0, "Never").at("/errors/0");
        List<String> errors = List.of("StaleVersion input.expectedVersion");
        while (!errors.isEmpty()) {
            assertEquals(List.of("StaleVersion input.expectedVersion"), errors);
            String name = refusal.at("/current/name").asText() + suffix;
            JsonNode payload = revise(slug, refusal.get("currentVersion").asInt(), name);
            errors = errors(payload);
            refusal = payload.at("/errors/0");
        }
    }

    private static JsonNode revise(String slug, int version, String name) {
        return change(
                "reviseBrand", "brand { version }", Map.of("brand", slug, "expectedVersion", version, "name", name));
    }

    @Test
    void cycleOfCitationsByTwoConcurrentChangesIsRefused() {
        List<String> keys = List.of(cite(), cite());
        assertOneIsRefused(
                "basedOn",
                "reviseCitation",
                (own, other) ->
                        Map.of("citation", keys.get(own), "expectedVersion", 1, "basedOn", List.of(keys.get(other))));
    }

    @Test
    void cycleOfMarketsByTwoConcurrentChangesIsRefused() {
        List<String> codes = List.of("980", "981");
        codes.forEach(
                code -> register("registerMarket", Map.of("code", code, "name", "Region " + code, "kind", "REGION")));
        assertOneIsRefused(
                "parents",
                "reviseMarket",
                (own, other) -> stated(
                        "parents",
                        Map.of("market", codes.get(own), "expectedVersion", 1, "parents", List.of(codes.get(other)))));
    }

    @Test
    void cycleOfOwnersByTwoConcurrentChangesIsRefused() {
        List<String> slugs = List.of(unique("owner"), unique("owner"));
        slugs.forEach(slug -> registerBrand(slug, cite()));
        assertOneIsRefused(
                "owner",
                "addOwnership",
                (own, other) -> stated("owner", Map.of("brand", slugs.get(own), "owner", slugs.get(other))));
    }

    @Test
    void cycleOfSeriesByTwoConcurrentChangesIsRefused() {
        String brand = registerBrand(unique("brand"), cite()).at("/brand/slug").asText();
        List<String> slugs = List.of(unique("series"), unique("series"));
        slugs.forEach(slug ->
                register("registerDevice", Map.of("slug", slug, "name", slug, "kind", "SERIES", "brand", brand)));
        assertOneIsRefused(
                "series",
                "reviseDevice",
                (own, other) -> stated(
                        "series", Map.of("device", slugs.get(own), "expectedVersion", 1, "series", slugs.get(other))));
    }

    @Test
    void cycleOfSuccessorsByTwoConcurrentChangesIsRefused() {
        List<String> slugs = List.of(unique("successor"), unique("successor"));
        slugs.forEach(
                slug -> register("announcePartnership", Map.of("slug", slug, "name", slug, "announcedOn", "2022")));
        assertOneIsRefused(
                "succeeds",
                "revisePartnership",
                (own, other) -> stated(
                        "succeeds",
                        Map.of("partnership", slugs.get(own), "expectedVersion", 1, "succeeds", slugs.get(other))));
    }

    private static void register(String mutation, Map<String, ?> values) {
        Map<String, Object> input = new HashMap<>(values);
        input.put("claims", List.of(values.containsKey("code") ? Map.of("citation", cite()) : statesAll(cite())));
        assertEquals(List.of(), errors(change(mutation, "revision", input)));
    }

    private static Map<String, ?> stated(String property, Map<String, ?> values) {
        Map<String, Object> input = new HashMap<>(values);
        input.put("claims", List.of(Map.of("citation", cite(), "states", List.of(property))));
        return input;
    }

    /** Makes two changes at once, each from one of two records to the other one. */
    private static void assertOneIsRefused(
            String field, String mutation, BiFunction<Integer, Integer, Map<String, ?>> input) {
        List<Map<String, ?>> inputs = List.of(input.apply(0, 1), input.apply(1, 0));
        List<String> errors = inputs.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> errors(change(mutation, "revision", each))))
                .toList()
                .stream()
                .flatMap(change -> change.join().stream())
                .toList();
        assertEquals(List.of("InvalidField input." + field), errors);
    }
}
