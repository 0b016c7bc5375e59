package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A generated catalogue with a random history, and the answers at each of its revisions to a document with all objects and to generated
 * ones.
 */
final class RandomHistory implements AutoCloseable {

    private static final Path WHOLE = Path.of("src/test/resources/whole-catalogue.graphql");
    private static final String SIZE = """
            set local generate.brands = 24;       set local generate.partnerships = 30;
            set local generate.devices = 60;      set local generate.markets = 10;
            set local generate.launches = 240;
            """;

    private final AgroalDataSource database;
    private final AgroalDataSource asOf;
    private final List<Strategies.Prepared> documents;
    private final Map<Moment, List<Outcome>> answers = new LinkedHashMap<>();

    /**
     * Makes a history.
     *
     * @param name the name of its database
     * @param excluded what the documents do not contain
     */
    RandomHistory(GraphQLSchema schema, String name, Pattern excluded, int changes, int documents, long seed)
            throws SQLException, IOException {
        this.database = TestDatabase.filled(name, SIZE, "generate.sql", "enrich.sql");
        this.asOf = TestDatabase.asOf(database);
        Strategies strategies = new Strategies(schema, TestDatabase.reads(database, asOf));
        this.documents = documents(schema, strategies, excluded, documents, seed);
        try (RandomChanges random = new RandomChanges(database, seed)) {
            for (int i = 0; i < changes; i++) {
                answers.put(random.change(), answers());
            }
        }
        long distinct = answers.values().stream().distinct().count();
        assertTrue(
                distinct > changes / 2,
                () -> "revisions differ: " + distinct + ", "
                        + answers.values().iterator().next().get(0));
    }

    private static List<Strategies.Prepared> documents(
            GraphQLSchema schema, Strategies strategies, Pattern excluded, int number, long seed) throws IOException {
        CatalogueValues values = new CatalogueValues(strategies);
        List<Strategies.Prepared> documents = new ArrayList<>();
        Strategies.Prepared whole =
                strategies.prepare(new GeneratedDocument(seed, Files.readString(WHOLE), null, Map.of()));
        assertTrue(whole.isValid(), whole::toString);
        documents.add(whole);
        LongStream.iterate(1000 * seed, next -> next + 1)
                .mapToObj(next -> DocumentGenerator.generate(schema, values, next))
                .filter(document -> !excluded.matcher(document.query()).find())
                .map(strategies::prepare)
                .filter(Strategies.Prepared::isValid)
                .filter(document -> Outcome.of(document.byLevel()).data().length() > 200)
                .limit(number - 1)
                .forEach(documents::add);
        return documents;
    }

    private List<Outcome> answers() {
        return documents.stream()
                .map(document -> Outcome.of(document.byLevel()))
                .toList();
    }

    AgroalDataSource database() {
        return database;
    }

    /** Connections that read it as of moments. */
    AgroalDataSource asOf() {
        return asOf;
    }

    /** Its revisions, the oldest first. */
    List<Moment> moments() {
        return List.copyOf(answers.keySet());
    }

    /** The document with all objects. */
    Strategies.Prepared document() {
        return documents.get(0);
    }

    /**
     * Asserts that both strategies read a revision as it was; the document with all objects only level by level, because the other way
     * takes thousands of statements.
     */
    void assertKnown(Moment moment) {
        List<Outcome> known = answers.get(moment);
        for (int i = 0; i < documents.size(); i++) {
            Strategies.Prepared document = documents.get(i);
            assertEquals(known.get(i), Outcome.of(document.byLevel(moment)), () -> moment + " by level: " + document);
            Outcome other = i == 0 ? known.get(i) : Outcome.of(document.byParent(moment));
            assertEquals(known.get(i), other, () -> moment + " by parent: " + document);
        }
    }

    @Override
    public void close() {
        asOf.close();
        database.close();
    }
}
