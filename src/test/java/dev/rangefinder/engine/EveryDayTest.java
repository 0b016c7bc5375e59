package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.TestDatabase;
import dev.rangefinder.transaction.ValidDay;
import dev.rangefinder.transaction.Validity;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is valid on a day fits together, whichever dates are unknown: generated documents get the same answers from both strategies, and
 * no field fails because it leads to something that is not there. {@code -Ddocuments=...} and {@code -Dseed=...} make other documents.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDayTest {

    private static final int DOCUMENTS = Integer.getInteger("documents", 12);
    private static final long SEED = Long.getLong("seed", 1);
    private static final Pattern SEARCH = Pattern.compile("\\bsearch\\(");
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2013, 1, 1), LocalDate.of(2018, 7, 15), LocalDate.of(2022, 12, 31), LocalDate.of(2099, 1, 1));
    private static final String SIZE = """
            set local generate.brands = 24;       set local generate.partnerships = 30;
            set local generate.devices = 60;      set local generate.markets = 10;
            set local generate.launches = 240;
            """;

    /** Makes some dates unknown, and others less precise, in ways that depend on the row. */
    private static final String UNKNOWN = """
            set local session_replication_role = replica;
            update launch set launched_on = null where id % 3 = 0;
            update launch set launched_on = left(launched_on, 7) where id % 3 = 1;
            update device set released_on = null where id % 2 = 0;
            update device set released_on = left(released_on, 4), announced_on = left(announced_on, 4) where id % 4 = 1;
            update collaboration c set released = d.released from device d where d.id = c.device_id;
            update brand_device b set released = d.released from device d where d.id = b.device_id;
            update partnership set started_on = null, signed_on = null where id % 4 = 0;
            update member set joined_on = '2017', left_on = '2019-06' where id % 3 = 0;
            reset session_replication_role;
            """;

    /** A query for each reference of the schema, except for one that can be dated later: which of them leads to nothing. */
    private static final String REFERENCES = """
            select format('select %L from %I r where r.%3$I is not null and not exists (select from %4$I t where t.id = r.%3$I)',
                          c.conname, r.relname, a.attname, t.relname)
            from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_class t on t.oid = c.confrelid
            join pg_attribute a on a.attrelid = r.oid and a.attnum = c.conkey[1]
            where c.contype = 'f' and r.relnamespace = 'public'::regnamespace and r.relname = any (catalogue_tables())
                and c.conname <> 'partnership_succeeds_another'
            """;

    private static final String ROWS = """
            select format('select %L || id from %I', relname || ' ', relname) from pg_class
            where relnamespace = 'public'::regnamespace and relname in (select subjects() union select 'claim')
            """;

    @Inject
    GraphQLSchema schema;

    private AgroalDataSource database;

    @BeforeAll
    void fill() throws SQLException {
        database = TestDatabase.filled("every_day", SIZE, "generate.sql", "enrich.sql");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("begin");
            statement.execute(UNKNOWN);
            statement.execute("commit");
        }
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static Stream<ValidDay> days() {
        return DAYS.stream()
                .flatMap(day -> Arrays.stream(Validity.values()).map(validity -> new ValidDay(day, validity)));
    }

    @Test
    void generatedDocumentsHaveTheSameAnswersFromBothStrategies() throws SQLException {
        try (AgroalDataSource asOf = TestDatabase.asOf(database)) {
            Strategies strategies = new Strategies(schema, TestDatabase.reads(database, asOf));
            Moment now = RandomChanges.moment(database);
            Set<Outcome> answers = documents(strategies)
                    .flatMap(document -> days().map(day -> answer(document, now.on(day))))
                    .collect(Collectors.toSet());
            assertTrue(answers.size() > 2 * DOCUMENTS, () -> "answers differ by day: " + answers.size());
        }
    }

    private Stream<Strategies.Prepared> documents(Strategies strategies) {
        CatalogueValues values = new CatalogueValues(strategies);
        return LongStream.iterate(1000 * SEED, seed -> seed + 1)
                .mapToObj(seed -> DocumentGenerator.generate(schema, values, seed))
                .filter(document -> !SEARCH.matcher(document.query()).find()) // not possible as of a moment
                .map(strategies::prepare)
                .filter(Strategies.Prepared::isValid)
                .filter(document -> Outcome.of(document.byLevel()).data().length() > 200)
                .limit(DOCUMENTS);
    }

    /** The answer as of a past revision; that of the current one, which has views of its own, is the same. */
    private static Outcome answer(Strategies.Prepared document, Moment moment) {
        Outcome answer = Outcome.of(document.byLevel(moment));
        Moment current = new Moment(moment.revision(), moment.changedAt(), false, moment.validDay());
        assertEquals(answer, Outcome.of(document.byLevel(current)), () -> current + ": " + document);
        assertEquals(Outcome.of(document.byParent(moment)), answer, () -> moment + ": " + document);
        assertFalse(
                answer.errors().toString().contains("INTERNAL_SERVER_ERROR"), () -> moment + ": " + document + answer);
        return answer;
    }

    @Test
    void validRowsReferOnlyToValidRows() throws SQLException {
        for (ValidDay day : days().toList()) {
            assertEquals(Set.of(), read(REFERENCES, day), day::toString);
        }
    }

    @Test
    void certainRowsArePossibleToo() throws SQLException {
        for (LocalDate day : DAYS) {
            Set<String> certain = read(ROWS, new ValidDay(day, Validity.CERTAINLY));
            Set<String> possible = read(ROWS, new ValidDay(day, Validity.POSSIBLY));
            assertTrue(possible.size() > certain.size(), () -> day + " has partial dates");
            certain.removeAll(possible);
            assertEquals(Set.of(), certain, day::toString);
        }
    }

    /** The results of all queries that a query makes, on a day; with the history and without. */
    private Set<String> read(String queries, ValidDay day) throws SQLException {
        Set<String> found = read(queries, day, true);
        assertEquals(found, read(queries, day, false), day::toString);
        return found;
    }

    private Set<String> read(String queries, ValidDay day, boolean withHistory) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                Statement query = connection.createStatement()) {
            statement.execute("begin; set local search_path = asof; select open_day(revision, '" + day.day() + "', '"
                    + day.validity() + "', " + withHistory + ") from public.catalogue");
            ResultSet texts = query.executeQuery(queries);
            while (texts.next()) {
                ResultSet rows = statement.executeQuery(texts.getString(1));
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            statement.execute("commit");
        }
        return found;
    }
}
