package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.catalogue.LoadingProfile;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Generated documents get the same answers as of each revision of a random history as when that revision was current, from both
 * strategies. {@code -Dchanges=...}, {@code -Ddocuments=...} and {@code -Dseed=...} make another history.
 */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class EveryRevisionTest {

    private static final int CHANGES = Integer.getInteger("changes", 25);
    private static final int DOCUMENTS = Integer.getInteger("documents", 20);
    private static final long SEED = Long.getLong("seed", 1);

    @Inject
    GraphQLSchema schema;

    @TestHTTPResource
    URI service;

    @Test
    void everyRevisionIsReadAsItWas() throws Exception {
        AgroalDataSource database = TestDatabase.ofService(LoadingProfile.SEARCH_PATH);
        try (RandomHistory history = new RandomHistory(schema, database, RandomHistory.SEARCH, DOCUMENTS, SEED)) {
            try (RandomChanges changes = RandomChanges.of(schema, database, service, SEED)) {
                history.record(CHANGES, changes);
            }
            Set<String> operations = history.operations();
            assertTrue(operations.size() > CHANGES / 4, operations::toString);
            history.assertKnown();
        }
    }
}
