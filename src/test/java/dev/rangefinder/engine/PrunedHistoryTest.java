package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is promised of a random history stays as it was when the rest of it is deleted, and the rest is gone. */
@QuarkusTest
class PrunedHistoryTest {

    private static final int CHANGES = 12;
    private static final int DOCUMENTS = 10;
    private static final int BATCH = 5;
    private static final long SEED = 3;

    /** Not possible as of another moment, or begins with the oldest change that is kept. */
    private static final Pattern EXCLUDED = Pattern.compile("\\b(search|changes|history|diff|catalogue)\\b");

    private static final String PRUNE =
            "select concat_ws(' ', oldest, deleted, complete) from prune_history('2 days', " + BATCH + ")";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('rangefinder.prune'))";
    private static final String SEEN =
            "select md5(string_agg(d::text || (select count(*) from claim c where c.device_id = d.id), ' ' order by d.id)) from device d";

    /** The rows of the history that belong to no revision of the log. */
    private static final String LEFT = """
            select sum((xpath('/row/count/text()', query_to_xml(format(
                'select count(*) from history.%I h where not exists (select from history.log l where l.change = h.change)', name),
                false, true, '')))[1]::text::int)::int
            from unnest(catalogue_tables()) name
            """;

    @Inject
    GraphQLSchema schema;

    private RandomHistory history;

    private void makeHistory(int changes, int documents) throws Exception {
        history = new RandomHistory(schema, TestDatabase.migrated("pruned_history"), EXCLUDED, documents, SEED);
        try (RandomChanges random = RandomChanges.bySql(history.database(), SEED)) {
            history.record(changes, random);
        }
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = history.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        return TestDatabase.text(history.database(), sql);
    }

    /** Lets three days pass after a revision. */
    private void backdate(Moment moment) throws SQLException {
        execute("update history.log set at = at - interval '3 days' where revision <= " + moment.revision());
    }

    @Test
    void promisedRevisionsAreReadAsTheyWereAndOthersAreNot() throws Exception {
        makeHistory(CHANGES, DOCUMENTS);
        List<Moment> moments = history.moments();
        int oldest = CHANGES / 2;
        backdate(moments.get(oldest));
        try (Connection reader = history.asOf().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select * from open_moment(" + moments.get(0).revision() + ")");
            String before = first(statement);

            int batches = prune(moments.get(oldest));

            assertTrue(batches > 3, () -> batches + " batches");
            assertEquals(before, first(statement), "a transaction sees one state");
        }
        moments.subList(oldest, CHANGES).forEach(history::assertKnown);
        for (Moment pruned : moments.subList(0, oldest)) {
            List<String> errors = Outcome.of(history.document().byLevel(pruned)).errors();
            assertFalse(errors.isEmpty());
            for (String error : errors) {
                assertTrue(
                        error.endsWith("HISTORY_PRUNED The history of the catalogue begins with revision "
                                + moments.get(oldest).revision() + '.'),
                        error);
            }
        }
    }

    private static String first(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(SEEN)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Deletes all that is not promised, and returns the number of batches. */
    private int prune(Moment oldest) throws SQLException {
        int batches = 0;
        boolean complete = false;
        while (!complete) {
            String[] batch = text(PRUNE).split(" ");
            batches++;
            assertTrue(Integer.parseInt(batch[1]) <= BATCH, () -> batch[1] + " rows");
            complete = batch[2].equals("t");
        }
        assertEquals(oldest.revision(), Long.parseLong(text("select oldest_revision()")));
        assertEquals(oldest.revision(), Long.parseLong(text("select min(revision) from history.log")));
        assertEquals("0", text("select count(*) from history.entry where id < oldest_revision() << 24"));
        assertEquals("0", text(LEFT));
        return batches;
    }

    @Test
    void nothingOfTheLastDayIsDeleted() throws Exception {
        makeHistory(2, 1);
        assertEquals(
                "0 0 t",
                text("select concat_ws(' ', oldest, deleted, complete) from prune_history('0 seconds', 1000)"));
        history.assertKnown(history.moments().get(0));
    }

    @Test
    void writersDoNotWaitForPruningAndOneDeletesAtATime() throws Exception {
        makeHistory(2, 1);
        backdate(history.moments().get(1));
        try (Connection pruning = history.database().getConnection();
                Statement statement = pruning.createStatement()) {
            pruning.setAutoCommit(false);
            statement.execute(PRUNE);
            execute(
                    "set lock_timeout = 1000; update brand set name = name || ' 2' where id = (select min(id) from brand)");
            assertEquals("0", text("select count(*) from prune_history('2 days', 1000)"));
            pruning.commit();
        }
        try (Connection other = history.database().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(LOCK);
            assertEquals("0", text("select count(*) from prune_history('2 days', 1000)"));
            other.rollback();
        }
        assertEquals("1", text("select count(*) from prune_history('2 days', 1000)"));
    }
}
