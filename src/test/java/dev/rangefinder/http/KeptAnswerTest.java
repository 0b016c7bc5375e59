package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.LockedTable;
import dev.rangefinder.Saved;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The service answers from its memory what it was asked before. */
@QuarkusTest
class KeptAnswerTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();

    @Test
    void aRepeatedQueryReadsNothingButTheRevision() throws SQLException {
        Saved brand = data.brand("brand").save();
        Client client = new Client(endpoint);
        String document = "{brand(slug: \"" + brand.name() + "\") {name}}";
        Reply first = client.ask(document);

        LockedTable brands = new LockedTable("brand");
        try (brands) {
            Reply kept = client.ask(document);
            assertEquals(first.response().body(), kept.response().body());
            assertEquals(first.header("etag"), kept.header("etag"));
            assertEquals(
                    304,
                    client.ask(document, "if-none-match", first.header("etag")).status());
        }
    }
}
