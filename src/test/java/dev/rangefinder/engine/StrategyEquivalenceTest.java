package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.transaction.TestDatabase;
import graphql.ExecutionResult;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.IntSummaryStatistics;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Generated documents get the same answers from execution by level and from graphql-java. A failure reports the seed
 * of its document: {@code -Dseed=...} repeats that document, {@code -Ddocuments=...} changes their number.
 */
@QuarkusTest
class StrategyEquivalenceTest {

    private static final long DOCUMENTS = Long.getLong("documents", 1_000);
    private static final String SIZE = """
            set local generate.brands = 24;       set local generate.partnerships = 30;
            set local generate.devices = 60;      set local generate.markets = 10;
            set local generate.launches = 240;
            """;
    private static final Pattern INTERNALS = Pattern.compile("Exception|org\\.|java\\.|dev\\.|select ");
    private static final Logger FAILURES = Logger.getLogger(ErrorHandler.class.getName());

    @Inject
    GraphQLSchema catalogue;

    @BeforeAll
    static void logNoFailures() {
        FAILURES.setLevel(Level.OFF);
    }

    @AfterAll
    static void logFailuresAgain() {
        FAILURES.setLevel(null);
    }

    @Test
    void catalogueGetsTheSameAnswersFromBothStrategies() throws SQLException {
        try (AgroalDataSource database = TestDatabase.filled("same_answers", SIZE, "generate.sql", "enrich.sql")) {
            Strategies strategies = new Strategies(catalogue, TestDatabase.reads(database));
            compare(strategies, catalogue, new CatalogueValues(strategies));
        }
    }

    @Test
    void faultySchemaGetsTheSameAnswersFromBothStrategies() {
        GraphQLSchema faulty = new FaultySchema().schema();
        compare(new Strategies(faulty, TestDatabase.absent()), faulty, FaultySchema::value);
    }

    private static void compare(Strategies strategies, GraphQLSchema schema, LeafValues values) {
        Long seed = Long.getLong("seed");
        if (seed != null) {
            Strategies.Prepared document = strategies.prepare(DocumentGenerator.generate(schema, values, seed));
            System.out.println(document + "\n" + Outcome.of(document.byParent()));
            compare(document);
            return;
        }
        IntSummaryStatistics sizes = sizes(strategies, schema, values);
        assertEquals(DOCUMENTS, sizes.getCount(), "most documents are valid");
        assertTrue(sizes.getAverage() > 100, () -> "answers are rich: " + sizes);
    }

    private static IntSummaryStatistics sizes(Strategies strategies, GraphQLSchema schema, LeafValues values) {
        try {
            return LongStream.range(0, 2 * DOCUMENTS)
                    .unordered()
                    .parallel()
                    .mapToObj(each -> strategies.prepare(DocumentGenerator.generate(schema, values, each)))
                    .filter(Strategies.Prepared::isValid)
                    .limit(DOCUMENTS)
                    .mapToInt(document -> compare(document).data().length())
                    .summaryStatistics();
        } catch (AssertionError e) {
            throw e.getCause() instanceof AssertionError failure ? failure : e; // thrown in another thread
        }
    }

    private static Outcome compare(Strategies.Prepared document) {
        ExecutionResult result = document.byLevel();
        Outcome outcome = Outcome.of(result);
        assertEquals(Outcome.of(document.byParent()), outcome, document::toString);
        result.getErrors().stream()
                .map(error -> ClientError.of(error).toString())
                .forEach(error -> assertFalse(INTERNALS.matcher(error).find(), () -> error + " leaks, of " + document));
        return outcome;
    }
}
