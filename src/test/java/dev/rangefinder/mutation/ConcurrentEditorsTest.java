package dev.rangefinder.mutation;

import static dev.rangefinder.mutation.MutationClient.change;
import static dev.rangefinder.mutation.MutationClient.cite;
import static dev.rangefinder.mutation.MutationClient.errors;
import static dev.rangefinder.mutation.MutationClient.registerBrand;
import static dev.rangefinder.mutation.MutationClient.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    void cycleOfTwoConcurrentChangesIsRefused() {
        List<String> keys = List.of(unique("K"), unique("K"));
        keys.forEach(key -> change("citeDocument", "citation { key }", Map.of("key", key)));
        List<CompletableFuture<List<String>>> changes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, ?> input =
                    Map.of("citation", keys.get(i), "expectedVersion", 1, "basedOn", List.of(keys.get(1 - i)));
            changes.add(
                    CompletableFuture.supplyAsync(() -> errors(change("reviseCitation", "citation { key }", input))));
        }
        List<String> errors =
                changes.stream().flatMap(change -> change.join().stream()).toList();
        assertEquals(List.of("InvalidField input.basedOn"), errors);
    }
}
