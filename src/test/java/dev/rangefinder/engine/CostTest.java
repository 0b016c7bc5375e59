package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.query;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The cost of an operation is what it reads, not what it could have read. */
@QuarkusTest
class CostTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("maker").save();

    @Test
    void costOfNearlyEmptyPagesIsTheirActualSize() {
        data.device("one", brand).save();
        data.device("two", brand).save();
        query("""
                query ($slug: String!) {
                  brand(slug: $slug) {
                    devices(first: 100) { nodes { brand { devices(first: 100) { nodes { brand {
                      devices(first: 100) { nodes { name } } } } } } } }
                  }
                }""", Map.of("slug", brand.name()))
                .body("errors", nullValue())
                .body("data.brand.devices.nodes[0].brand.devices.nodes", hasSize(2))
                .body("extensions.cost.estimate", is(1_030_308))
                // 1 brand, 1 page, 2 devices; 2 brands, 2 pages, 4 devices; 4 brands, 4 pages, 8 devices; 6 relations
                .body("extensions.cost.actual", is(4 + 8 + 16 + 6));
    }

    @Test
    void operationThatExceedsTheCostLimitReportsItsLargestList() {
        addHundredDevices();
        query("""
                query ($slug: String!) {
                  brand(slug: $slug) {
                    name
                    all: devices(first: 100) { nodes { brand { devices(first: 100) { nodes { brand {
                      again: devices(first: 100) { nodes { name } } } } } } } }
                  }
                }""", Map.of("slug", brand.name()))
                .body("data", nullValue())
                .body("errors", hasSize(1))
                .body("errors[0].extensions.code", is("COST_LIMIT_EXCEEDED"))
                .body("errors[0].locations[0].line", is(5))
                .body(
                        "errors[0].message",
                        is("The operation costs more than the limit of 50000. Most of the cost is"
                                + " `brand.all.nodes.brand.devices.nodes.brand.again`, with 19693 objects so far."
                                + " Request fewer with `first`, or use `filter`."));
    }

    @Test
    void costsOfRepeatedListsAddUp() {
        addHundredDevices();
        String lists = IntStream.range(0, 5)
                .mapToObj(i ->
                        "d" + i + ": devices(first: 100) { nodes { brand { devices(first: 100) { nodes { id } } } } }")
                .collect(joining(" "));
        query("query ($slug: String!) { brand(slug: $slug) {" + lists + "} }", Map.of("slug", brand.name()))
                .body("data", nullValue())
                .body("errors.extensions.code", everyItem(equalTo("COST_LIMIT_EXCEEDED")));
    }

    @Test
    void traversalFromBrandsToMarketsIsAnswered() {
        query(
                        "{ brands { nodes { partnerships { nodes { devices { nodes { launches { nodes { status market { name } } } } } } } } } }")
                .body("errors", nullValue())
                .body("extensions.cost.estimate", is(336_846));
    }

    private void addHundredDevices() {
        for (int i = 0; i < 100; i++) {
            data.device("device-" + i, brand).save();
        }
    }
}
