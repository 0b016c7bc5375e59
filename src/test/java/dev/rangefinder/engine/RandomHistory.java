package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.TestDatabase;
import graphql.ExecutionResult;
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
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A random history of a generated catalogue, and the answers at each of its revisions to a document with all objects and to generated
 * ones.
 */
public final class RandomHistory implements AutoCloseable {

    /** A field that is not possible as of another moment. */
    public static final Pattern SEARCH = Pattern.compile("\\bsearch\\(");

    /** Longer documents take most of the time, and select the same fields. */
    private static final int MAX_LENGTH = 2_000;

    private static final Path WHOLE = Path.of("src/test/resources/whole-catalogue.graphql");
    private static final String SIZE = """
            set local generate.brands = 24;       set local generate.partnerships = 30;
            set local generate.devices = 60;      set local generate.markets = 10;
            set local generate.launches = 240;
            """;

    private final AgroalDataSource database;
    private final AgroalDataSource reading;
    private final AgroalDataSource asOf;
    private final GraphQLSchema schema;
    private final long seed;
    private final List<Strategies.Prepared> documents;
    private final Map<Moment, List<Outcome>> answers = new LinkedHashMap<>();

    /**
     * Generates a catalogue in an empty database.
     *
     * @param excluded what the documents do not contain
     */
    public RandomHistory(GraphQLSchema schema, AgroalDataSource database, Pattern excluded, int documents, long seed)
            throws SQLException, IOException {
        this.schema = schema;
        this.seed = seed;
        this.database = database;
        this.reading = TestDatabase.reading(database);
        this.asOf = TestDatabase.asOf(database);
        TestDatabase.fill(database, SIZE, "generate.sql", "enrich.sql");
        this.documents = generate(excluded, documents);
    }

    private List<Strategies.Prepared> generate(Pattern excluded, int number) throws IOException {
        Strategies strategies = new Strategies(schema, TestDatabase.reads(reading, asOf));
        CatalogueValues values = new CatalogueValues(strategies);
        List<Strategies.Prepared> generated = new ArrayList<>();
        Strategies.Prepared whole =
                strategies.prepare(new GeneratedDocument(seed, Files.readString(WHOLE), null, Map.of()));
        assertTrue(whole.isValid(), whole::toString);
        generated.add(whole);
        LongStream.iterate(1000 * seed, next -> next + 1)
                .mapToObj(next -> DocumentGenerator.generate(schema, values, next))
                .filter(document -> document.query().length() < MAX_LENGTH)
                .filter(document -> !excluded.matcher(document.query()).find())
                .map(strategies::prepare)
                .filter(Strategies.Prepared::isValid)
                .filter(document -> Outcome.of(document.byLevel()).data().length() > 200)
                .limit(number - 1)
                .forEach(generated::add);
        return generated;
    }

    /** Makes changes, and records the answers after each. */
    public void record(int changes, RandomChanges random) throws SQLException {
        for (int i = 0; i < changes; i++) {
            answers.put(random.change(), answers());
        }
        long distinct = answers.values().stream().distinct().count();
        assertTrue(
                distinct > changes / 2,
                () -> "revisions differ: " + distinct + ", "
                        + answers.values().iterator().next().get(0));
    }

    private List<Outcome> answers() {
        return documents.parallelStream()
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

    /** What has made them: the names of mutations, {@code import}, and nothing for SQL. */
    public Set<String> operations() throws SQLException {
        String log = TestDatabase.text(database, "select history_schema()") + ".log";
        long first = moments().get(0).revision();
        return Set.of(TestDatabase.text(
                        database,
                        "select string_agg(distinct coalesce(operation, ''), ',') from " + log + " where revision >= "
                                + first)
                .split(","));
    }

    /** The document with all objects. */
    Strategies.Prepared document() {
        return documents.get(0);
    }

    /** Asserts that both strategies read a revision as it was. */
    void assertKnown(Moment moment) {
        IntStream.range(0, documents.size()).forEach(i -> assertKnown(moment, i));
    }

    /** Asserts that both strategies read all revisions as they were. */
    public void assertKnown() {
        forEachDocument(i -> moments().forEach(moment -> assertKnown(moment, i)));
    }

    /** Asserts that all revisions are read from a copy of the database as they were. */
    public void assertKnownIn(AgroalDataSource copy) {
        try (AgroalDataSource copyAsOf = TestDatabase.asOf(copy)) {
            Strategies strategies = new Strategies(schema, TestDatabase.reads(copy, copyAsOf));
            forEachDocument(i -> {
                Strategies.Prepared document =
                        strategies.prepare(documents.get(i).document());
                moments().forEach(moment -> assertKnown(moment, i, document.byLevel(moment)));
            });
        }
    }

    /** All revisions are read with one document before the next one, so that its statements are planned once. */
    private void forEachDocument(IntConsumer reader) {
        IntStream.range(0, documents.size()).parallel().forEach(reader);
    }

    /** The document with all objects is read only level by level, because the other way takes thousands of statements. */
    private void assertKnown(Moment moment, int i) {
        assertKnown(moment, i, documents.get(i).byLevel(moment));
        if (i > 0) {
            assertKnown(moment, i, documents.get(i).byParent(moment));
        }
    }

    private void assertKnown(Moment moment, int i, ExecutionResult answer) {
        assertEquals(
                answers.get(moment).get(i),
                Outcome.of(answer),
                () -> "-Dseed=" + seed + ", " + moment + ": " + documents.get(i));
    }

    @Override
    public void close() {
        asOf.close();
        reading.close();
        database.close();
    }
}
