package dev.rangefinder.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rangefinder.database.DatabaseRoles;
import dev.rangefinder.database.InstalledDatabaseResource;
import dev.rangefinder.database.InstalledPostgres;
import dev.rangefinder.engine.RandomChanges;
import dev.rangefinder.engine.RandomHistory;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history with all kinds of changes is the same in the database, in a replica that has received it while it was made, and in a copy
 * that was restored from a backup. {@code -Dchanges=...}, {@code -Ddocuments=...} and {@code -Dseed=...} make another history.
 */
@Tag("generated")
@QuarkusTest
@TestProfile(LongHistoryTest.Installed.class)
class LongHistoryTest {

    private static final int CHANGES = Integer.getInteger("changes", 500);
    private static final int DOCUMENTS = Integer.getInteger("documents", 50);
    private static final long SEED = Long.getLong("seed", 1);

    /** Runs the service on a server that has programs for backups. */
    public static class Installed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rangefinder.catalogue.load", "false");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(InstalledDatabaseResource.class));
        }
    }

    @Inject
    GraphQLSchema schema;

    @TestHTTPResource
    URI service;

    @TempDir
    Path directory;

    @Test
    void everyRevisionIsReadAsItWasFromTheDatabaseAndItsCopies() throws Exception {
        assumeTrue(InstalledDatabaseResource.roles().isPresent(), "PostgreSQL with pg_dump is not installed");
        DatabaseRoles roles = InstalledDatabaseResource.roles().orElseThrow();
        Path programs = InstalledPostgres.find().orElseThrow();
        DatabaseRoles replica = roles.onServer(InstalledPostgres.startReplica(programs, roles.server()));
        AgroalDataSource database = TestDatabase.of(roles.url("postgres"));
        try (RandomHistory history = new RandomHistory(schema, database, RandomHistory.SEARCH, DOCUMENTS, SEED)) {
            try (RandomChanges changes = RandomChanges.of(schema, database, service, SEED)) {
                history.record(CHANGES, changes);
            }
            history.assertKnown();

            DatabaseRoles restored = roles.restoredCopy(programs, directory);
            try (AgroalDataSource copy = TestDatabase.of(restored.url("postgres"))) {
                history.assertKnownIn(copy);
            }
            try (AgroalDataSource copy = TestDatabase.of(replica.url("postgres"))) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> RandomChanges.moment(copy).equals(RandomChanges.moment(database)));
                history.assertKnownIn(copy);
            }
            Set<String> operations = history.operations();
            assertTrue(operations.size() > Math.min(CHANGES / 4, 30), operations::toString);
        }
    }
}
