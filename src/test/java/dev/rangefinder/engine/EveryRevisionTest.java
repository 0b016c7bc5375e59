package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
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
    private static final Pattern SEARCH = Pattern.compile("\\bsearch\\(");
    private static final String SIZE = """
            set local generate.brands = 24;       set local generate.partnerships = 30;
            set local generate.devices = 60;      set local generate.markets = 10;
            set local generate.launches = 240;
            """;

    @Inject
    GraphQLSchema schema;

    @Test
    void everyRevisionIsReadAsItWas() throws Exception {
        try (AgroalDataSource database = TestDatabase.filled("every_revision", SIZE, "generate.sql", "enrich.sql");
                AgroalDataSource asOf = TestDatabase.asOf(database);
                RandomChanges changes = new RandomChanges(database, SEED)) {
            Strategies strategies = new Strategies(schema, TestDatabase.reads(database, asOf));
            List<Strategies.Prepared> documents = documents(strategies);
            Map<Moment, List<Outcome>> answers = new LinkedHashMap<>();
            for (int i = 0; i < CHANGES; i++) {
                Moment moment = changes.change();
                answers.put(
                        moment,
                        documents.stream()
                                .map(document -> Outcome.of(document.byLevel()))
                                .toList());
            }
            long distinct = answers.values().stream().distinct().count();
            assertTrue(distinct > CHANGES / 2, () -> "revisions differ: " + distinct);
            answers.forEach((moment, known) -> assertKnown(moment, documents, known));
        }
    }

    private List<Strategies.Prepared> documents(Strategies strategies) {
        CatalogueValues values = new CatalogueValues(strategies);
        List<Strategies.Prepared> documents = new ArrayList<>();
        LongStream.iterate(1000 * SEED, seed -> seed + 1)
                .mapToObj(seed -> DocumentGenerator.generate(schema, values, seed))
                .filter(document -> !SEARCH.matcher(document.query()).find()) // not possible as of another moment
                .map(strategies::prepare)
                .filter(Strategies.Prepared::isValid)
                .filter(document -> Outcome.of(document.byLevel()).data().length() > 200)
                .limit(DOCUMENTS)
                .forEach(documents::add);
        return documents;
    }

    private static void assertKnown(Moment moment, List<Strategies.Prepared> documents, List<Outcome> known) {
        for (int i = 0; i < documents.size(); i++) {
            Strategies.Prepared document = documents.get(i);
            assertEquals(known.get(i), Outcome.of(document.byLevel(moment)), () -> moment + " by level: " + document);
            assertEquals(known.get(i), Outcome.of(document.byParent(moment)), () -> moment + " by parent: " + document);
        }
    }
}
