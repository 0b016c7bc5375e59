package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.LockedTable;
import dev.rangefinder.StoredRow;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Concurrent lookups are coalesced into one statement without visible effects. */
@QuarkusTest
class ConcurrentLookupTest {

    private static final int CLIENTS = 12;

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();
    private final List<StoredRow> brands = new ArrayList<>();
    private Client client;
    private int documents;

    @BeforeEach
    void addBrands() {
        client = new Client(endpoint);
        for (int i = 0; i < CLIENTS; i++) {
            brands.add(data.brand("brand" + i).save());
        }
    }

    /** A new document, whose answer is not cached. */
    private String nameOf(StoredRow brand) {
        return "{brand(slug: \\\"%s\\\") {name document%d: slug}}".formatted(brand.name(), documents++);
    }

    private static String name(Client.Reply reply) {
        return reply.json().getString("data.brand.name");
    }

    @RepeatedTest(10)
    void concurrentLookupsGetTheirOwnAnswers() {
        List<CompletableFuture<Client.Reply>> found = new ArrayList<>();
        List<CompletableFuture<Client.Reply>> missing = new ArrayList<>();
        for (StoredRow brand : brands) {
            found.add(client.queryAsync(nameOf(brand)));
            missing.add(client.queryAsync(nameOf(new StoredRow("brand", 0, "no-" + brand.name()))));
        }
        for (int i = 0; i < CLIENTS; i++) {
            assertEquals("brand" + i, name(found.get(i).join()));
            assertEquals(
                    "{\"data\":{\"brand\":null}}",
                    missing.get(i).join().response().body());
        }
    }

    @RepeatedTest(5)
    void concurrentLookupsGetTheirReferences() {
        List<StoredRow> parts = brands.stream()
                .map(brand ->
                        data.brand("part-of-" + brand.name()).ownedBy(brand).save())
                .toList();
        List<CompletableFuture<Client.Reply>> found = parts.stream()
                .map(part -> "{brand(slug: \\\"%s\\\") {parent {name document%d: slug}}}"
                        .formatted(part.name(), documents++))
                .map(client::queryAsync)
                .toList();
        for (int i = 0; i < CLIENTS; i++) {
            assertEquals("brand" + i, found.get(i).join().json().getString("data.brand.parent.name"));
        }
    }

    @Test
    void lookupNeverReturnsAStateBeforeItsRequest() throws SQLException {
        StoredRow brand = brands.get(0);
        try (Connection connection = CatalogueData.connect()) {
            for (int i = 0; i < 50; i++) {
                brands.forEach(other -> client.queryAsync(nameOf(other)));
                rename(connection, brand, "State " + i);
                assertEquals("State " + i, name(client.queryAsync(nameOf(brand)).join()));
            }
        }
    }

    private static void rename(Connection connection, StoredRow brand, String name) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update brand set name = ? where id = ?")) {
            update.setString(1, name);
            update.setLong(2, brand.key());
            update.execute();
        }
    }

    @Test
    void cancelledLookupDoesNotAffectOthers() throws SQLException {
        List<CompletableFuture<Client.Reply>> patient = new ArrayList<>();
        try (LockedTable locked = new LockedTable("brand")) {
            patient.add(client.queryAsync(nameOf(brands.get(0))));
            locked.awaitWaiting(1);
            CompletableFuture<Client.Reply> impatient = client.queryAsync(nameOf(brands.get(0)));
            brands.stream().skip(1).forEach(brand -> patient.add(client.queryAsync(nameOf(brand))));
            impatient.cancel(true);
        }
        for (int i = 0; i < CLIENTS; i++) {
            assertEquals("brand" + i, name(patient.get(i).join()));
        }
    }
}
