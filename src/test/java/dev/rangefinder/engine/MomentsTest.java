package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.document.AskedMoment;
import dev.rangefinder.transaction.OutdatedException;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.Sql;
import dev.rangefinder.transaction.TestDatabase;
import dev.rangefinder.transaction.ValidDay;
import dev.rangefinder.transaction.Validity;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MomentsTest {

    private static final Sql SCHEMA = Sql.of("select current_schema()");
    private static final ValidDay DAY = new ValidDay(LocalDate.of(2024, 1, 1), Validity.CERTAINLY);

    private AgroalDataSource database;
    private AgroalDataSource views;
    private ReadContexts contexts;
    private Moments moments;
    private int current;

    /** What an operation has read: the schema, the revision, and the number of statements that this took. */
    private record Found(String schema, Revision revision, int statements) {}

    @BeforeAll
    void migrate() throws SQLException {
        database = TestDatabase.migrated("moments");
        views = TestDatabase.asOf(database);
        contexts = TestDatabase.reads(database, views);
    }

    @BeforeEach
    void forget() throws SQLException {
        moments = new Moments(contexts);
        change();
        current = Integer.parseInt(TestDatabase.text(database, "select revision from catalogue"));
    }

    @AfterAll
    void close() {
        views.close();
        database.close();
    }

    private void change() throws SQLException {
        execute("insert into citation (key) values (gen_random_uuid()::text)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static AskedMoment revision(int number) {
        return new AskedMoment(number, null, null);
    }

    private static AskedMoment day() {
        return new AskedMoment(null, null, DAY);
    }

    private Found read(AskedMoment asked, long atLeast) {
        try (ReadContext context = contexts.openAtOnce()) {
            String[] schema = new String[1];
            Answer answer = moments.read(asked, atLeast, context, () -> execute(context, schema));
            moments.observe(answer.revision().orElseThrow());
            return new Found(
                    schema[0],
                    answer.revision().orElseThrow(),
                    context.transaction().running().statements());
        }
    }

    private static Answer execute(ReadContext context, String[] schema) {
        Revision[] revision = new Revision[1];
        Revision.report(context.transaction(), 0, read -> revision[0] = read);
        context.transaction().readLast(SCHEMA, row -> schema[0] = row.getString(1));
        return Answer.executed(schema[0], List.of())
                .from(null, revision[0], context.transaction().moment());
    }

    @Test
    void currentRevisionIsFoundOnceAndReadFromTheTables() {
        Found first = read(revision(current), 0);
        assertEquals(new Found("public", first.revision(), 2), first);
        assertEquals(new Found("public", first.revision(), 1), read(revision(current), 0));
    }

    @Test
    void revisionIsReadFromTheViewsOnceAnotherHasFollowed() throws SQLException {
        Revision first = read(revision(current), 0).revision();
        change();
        assertEquals("asof", read(revision(current), 0).schema());
        assertEquals(new Found("asof", first, 1), read(revision(current), 0));
        assertEquals("public", read(revision(current + 1), 0).schema());
    }

    @Test
    void dayIsThatOfTheCurrentRevision() throws SQLException {
        assertEquals(current, read(day(), 0).revision().number());
        change();
        Found next = read(day(), 0);
        assertEquals("validon", next.schema());
        assertEquals(current + 1, next.revision().number());
        assertEquals(new Found("validon", next.revision(), 1), read(day(), 0));
    }

    @Test
    void dayIsThatOfTheLastRevisionThatAnyOperationHasRead() throws SQLException {
        read(day(), 0);
        change();
        Revision second = read(revision(current + 1), 0).revision();
        assertEquals(new Found("validon", second, 1), read(day(), 0));
    }

    @Test
    void dayOfALaterRevisionThanThereIsFails() {
        read(day(), 0);
        assertThrows(OutdatedException.class, () -> read(day(), current + 1));
    }

    @Test
    void revisionOfAnotherCatalogueHasItsOwnTime() throws SQLException {
        read(revision(current), 0);
        execute(
                "begin; set local session_replication_role = replica; update catalogue set changed_at = '2020-01-01 00:00Z';"
                        + " update history.log set at = '2020-01-01 00:00Z' where revision = " + current + "; commit");
        long other = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond() * 1_000_000;
        assertEquals(new Revision(current, other), read(revision(current), 0).revision());
        assertEquals(new Revision(current, other), read(day(), 0).revision());
    }

    @Test
    void revisionThatTheCatalogueHasLostIsNotReached() throws SQLException {
        read(revision(current), 0);
        execute("begin; set local session_replication_role = replica; update catalogue set revision = " + (current - 1)
                + "; delete from history.log where revision = " + current
                + "; delete from history.entry where id >> 24 = "
                + current + "; commit");
        assertEquals(current - 1, read(day(), 0).revision().number());
        assertThrows(OutdatedException.class, () -> read(revision(current), 0));
    }
}
