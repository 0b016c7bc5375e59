package dev.rangefinder.engine;

import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Generated documents get the same answers as of each revision of a random history as when that revision was current, from both
 * strategies. {@code -Dchanges=...}, {@code -Ddocuments=...} and {@code -Dseed=...} make another history.
 */
@QuarkusTest
class EveryRevisionTest {

    private static final int CHANGES = Integer.getInteger("changes", 25);
    private static final int DOCUMENTS = Integer.getInteger("documents", 20);
    private static final long SEED = Long.getLong("seed", 1);

    /** Not possible as of another moment. */
    private static final Pattern SEARCH = Pattern.compile("\\bsearch\\(");

    @Inject
    GraphQLSchema schema;

    @Test
    void everyRevisionIsReadAsItWas() throws Exception {
        try (RandomHistory history = new RandomHistory(schema, "every_revision", SEARCH, CHANGES, DOCUMENTS, SEED)) {
            history.moments().forEach(history::assertKnown);
        }
    }
}
