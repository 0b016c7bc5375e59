package dev.rangefinder.filter;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.http.RestrictedProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts that end at a limit: 3 rows, and 15 related rows. */
@QuarkusTest
@TestProfile(RestrictedProfile.class)
class CountLimitTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("maker").save();
    private int devices;

    private StoredRow device() {
        return data.device("phone" + devices++, brand).save();
    }

    private JsonNode devices(String selection) {
        return data(
                        "query ($brand: String!) { brand(slug: $brand) { devices { " + selection + " } } }",
                        Map.of("brand", brand.name()))
                .at("/brand/devices");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, EXACT", "3, 3, EXACT", "4, 3, AT_LEAST", "5, 3, AT_LEAST"})
    void countIsExactUpToTheLimit(int number, int value, String precision) {
        for (int i = 0; i < number; i++) {
            device();
        }
        assertEquals(
                json("{count: {value: %d, precision: '%s'}, totalCount: %d}".formatted(value, precision, number)),
                devices("count { value precision } totalCount"));
    }

    @ParameterizedTest
    @CsvSource({"3, EXACT", "4, AT_LEAST"})
    void valuesOfFacetsAreExactUpToTheLimit(int number, String precision) {
        for (int i = 0; i < number; i++) {
            device();
        }
        assertEquals(
                precision,
                devices("facets(by: [KIND]) { values { count { precision } } }")
                        .at("/facets/0/values/0/count/precision")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource({"15, EXACT", "16, AT_LEAST"})
    void valuesOfRelatedRowsAreExactUpToTheLimit(int launches, String precision) {
        StoredRow market = data.country().save();
        StoredRow device = device();
        for (int i = 0; i < launches; i++) {
            data.launch(device, market).with("seller", "shop " + i).save();
        }
        assertEquals(
                json("[{values: [{value: '%s', count: {value: 1, precision: '%s'}}]}]"
                        .formatted(market.name(), precision)),
                devices("facets(by: [LAUNCHES_MARKET]) { values { value count { value precision } } }")
                        .get("facets"));
    }

    @Test
    void missingValueIsNotListedIfRelatedRowsRemainUnread() {
        StoredRow device = device();
        for (int i = 0; i < 16; i++) {
            data.launch(device, data.country().save()).save();
        }
        device();
        assertEquals(
                json("[{values: []}]"),
                devices("facets(by: [LAUNCHES_LAUNCHED_ON]) { values { value } }")
                        .get("facets"));
    }
}
