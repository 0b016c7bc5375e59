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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Follows lists in the explorer that are longer than a view. Needs Node.js, and Chromium, Chrome or Edge. */
@Tag(NodeProject.TAG)
@QuarkusIntegrationTest
class ExplorerListsIT {

    private static final int FIGURES = 25;

    private final CatalogueData data = new CatalogueData();

    @TestHTTPResource("/")
    URI page;

    private StoredRow market() {
        StoredRow market = data.country().save();
        data.inOneTransaction(() -> {
            IntStream.range(0, FIGURES)
                    .forEach(
                            i -> data.figure(market, Integer.toString(2001 + i)).save());
            StoredRow device = data.device("sold", data.brand("seller").save()).save();
            data.launch(device, market).with("seller", "The shop").save();
        });
        return market;
    }

    @Test
    void listGoesOnAtAnAddressAndSellerOpensItsEvidence() throws Exception {
        JsonPath seen =
                Browser.run("explorer-lists.mjs", "the explorer in a browser", page.toString(), market().name());
        List<String> first = seen.getList("first");
        List<String> second = seen.getList("second");

        assertEquals(
                FIGURES,
                Stream.concat(first.stream(), second.stream()).distinct().count(),
                seen::prettify);
        assertEquals("Figures 25", seen.getString("focused"), "The section must keep the focus");
        assertEquals(second, seen.getList("reloaded"));
        assertEquals(first, seen.getList("back"));
        assertTrue(seen.getString("seller").contains("Seller\n\nThe shop"), seen::prettify);
        assertEquals(List.of(), seen.getList("complaints"));
    }
}
