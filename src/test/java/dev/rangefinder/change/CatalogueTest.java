package dev.rangefinder.change;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.send;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The revision identifies a state of the catalogue. */
@QuarkusTest
class CatalogueTest {

    private final CatalogueData data = new CatalogueData();

    @Test
    void eachTransactionIncrementsTheRevisionOnce() {
        int before = revision();
        data.inOneTransaction(() -> {
            StoredRow brand = data.brand("a").save();
            data.device("b", brand).save();
            data.device("c", brand).save();
        });
        assertEquals(before + 1, revision());
        data.brand("d").save();
        assertEquals(before + 2, revision());
    }

    @Test
    void deletionIncrementsTheRevision() {
        StoredRow brand = data.brand("a").save();
        int before = revision();
        data.delete(brand);
        assertEquals(before + 1, revision());
    }

    @Test
    void readDoesNotIncrementTheRevision() {
        int before = revision();
        data("{ brands { totalCount } devices { totalCount } }");
        assertEquals(before, revision());
    }

    @Test
    void revisionCanBeQueriedAlone() {
        int before = revision();
        send(Map.of("query", "{ catalogue { revision } }"))
                .body("errors", nullValue())
                .body("data.catalogue.revision", equalTo(before))
                .body("extensions", nullValue());
    }

    private static int revision() {
        return data("{ catalogue { revision } }").at("/catalogue/revision").asInt();
    }
}
