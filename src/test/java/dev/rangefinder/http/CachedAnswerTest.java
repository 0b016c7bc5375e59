package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.LockedTable;
import dev.rangefinder.StoredRow;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The service answers repeated queries from its cache. */
@QuarkusTest
class CachedAnswerTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();

    @Test
    void repeatedQueryIsAnsweredFromTheCache() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        Client client = new Client(endpoint);
        String document = "{brand(slug: \"" + brand.name() + "\") {name}}";
        Reply first = client.query(document);

        LockedTable brands = new LockedTable("brand");
        try (brands) {
            Reply cached = client.query(document);
            assertEquals(first.response().body(), cached.response().body());
            assertEquals(first.header("etag"), cached.header("etag"));
            assertEquals(
                    304,
                    client.query(document, "if-none-match", first.header("etag"))
                            .status());
        }
    }
}
