package dev.rangefinder.engine;

import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/**
 * Generated documents get the same answers as of each revision of a random history by SQL as when that revision was current, from both
 * strategies. {@code -Dchanges=...}, {@code -Ddocuments=...} and {@code -Dseed=...} make another history.
 */
@QuarkusTest
class EveryRevisionTest {

    private static final int CHANGES = Integer.getInteger("changes", 25);
    private static final int DOCUMENTS = Integer.getInteger("documents", 20);
    private static final long SEED = Long.getLong("seed", 1);

    @Inject
    GraphQLSchema schema;

    @Test
    void everyRevisionIsReadAsItWas() throws Exception {
        AgroalDataSource database = TestDatabase.migrated("every_revision");
        try (RandomHistory history = new RandomHistory(schema, database, RandomHistory.SEARCH, DOCUMENTS, SEED)) {
            try (RandomChanges changes = RandomChanges.bySql(database, SEED)) {
                history.record(CHANGES, changes);
            }
            history.assertKnown();
        }
    }
}
