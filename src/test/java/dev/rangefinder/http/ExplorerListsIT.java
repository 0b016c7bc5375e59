package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Follows lists in the explorer that are longer than what is shown. Needs Node.js, and Chromium, Chrome or Edge. */
@Tag(NodeProject.TAG)
@QuarkusIntegrationTest
class ExplorerListsIT {

    private static final int FIGURES = 25;
    private static final int CLAIMS = 60;
    private static final int BRANDS = 10;

    private static JsonPath seen;

    private final CatalogueData data = new CatalogueData();

    @TestHTTPResource("/")
    URI page;

    @BeforeEach
    void visitOnce() throws Exception {
        if (seen == null) {
            seen = Browser.run("explorer-lists.mjs", "the explorer in a browser", page.toString(), market().name());
        }
    }

    private StoredRow market() {
        StoredRow market = data.country().save();
        data.inOneTransaction(() -> {
            repeat(FIGURES, i -> data.figure(market, Integer.toString(2001 + i)).save());
            repeat(
                    CLAIMS,
                    i -> data.claim(data.citation("further" + i).save(), market).save());
            repeat(
                    BRANDS,
                    i -> data.device("one" + i, data.brand("one" + i).save()).save());
            StoredRow device = data.device("sold", data.brand("seller").save()).save();
            data.launch(device, market).with("seller", "The shop").save();
        });
        return market;
    }

    private static void repeat(int times, IntConsumer action) {
        IntStream.range(0, times).forEach(action);
    }

    @Test
    void listGoesOnAtAnAddress() {
        List<String> first = seen.getList("first");
        List<String> second = seen.getList("second");

        assertEquals(
                FIGURES,
                Stream.concat(first.stream(), second.stream()).distinct().count(),
                seen::prettify);
        assertEquals("Figures 25", seen.getString("focused"), "The section must keep the focus");
        assertEquals(second, seen.getList("reloaded"));
        assertEquals(first, seen.getList("back"));
        assertEquals(List.of(), seen.getList("complaints"));
    }

    @Test
    void sellerOpensItsEvidence() {
        assertTrue(seen.getString("seller").contains("Seller\n\nThe shop"), seen::prettify);
    }

    @Test
    void evidenceGoesOnAndLeadsBackToItsView() {
        assertEquals(50, seen.getInt("claims[0]"));
        assertTrue(seen.getInt("claims[1]") >= CLAIMS - 50, seen::prettify);
        assertTrue(seen.getString("closed").matches("#/markets/[A-Z]+"), seen::prettify);
    }

    @Test
    void facetHasMoreValuesThanItLists() {
        assertEquals(8, seen.getInt("values[0]"));
        assertTrue(seen.getInt("values[1]") >= BRANDS, seen::prettify);
    }
}
