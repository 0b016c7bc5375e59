package dev.rangefinder.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation reads one state of the database, and cannot change it. */
@QuarkusTest
class SnapshotTest {

    @Inject
    Snapshots snapshots;

    @ParameterizedTest
    @EnumSource
    void isOneRepeatableReadTransactionThatOnlyReads(PoolMode mode) throws SQLException {
        try (AgroalDataSource pool = TestDatabase.ofReaders(mode);
                Snapshot snapshot = TestDatabase.snapshots(pool, mode).open()) {
            assertEquals("repeatable read", text(snapshot, "show transaction_isolation"));
            assertEquals("on", text(snapshot, "show transaction_read_only"));
            String transaction = "select pg_backend_pid() || ' since ' || now()";
            assertEquals(text(snapshot, transaction), text(snapshot, transaction));
        }
    }

    @Test
    void isReadBySessionsThatNeitherCompileNorStartWorkersAndThatEndWhatNobodyWaitsFor() {
        try (Snapshot snapshot = snapshots.open()) {
            assertEquals("off", text(snapshot, "show jit"));
            assertEquals("0", text(snapshot, "show max_parallel_workers_per_gather"));
            assertEquals("force_generic_plan", text(snapshot, "show plan_cache_mode"));
            assertEquals("12s", text(snapshot, "show statement_timeout"), "the deadline, and a grace");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesNothingInSessionOfPoolerThatOthersUse(boolean oneStatement) throws SQLException {
        String settings = """
            select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
            where source = 'session' and name not in ('application_name', 'client_encoding', 'DateStyle', 'TimeZone')\
            """;
        try (AgroalDataSource pool = TestDatabase.ofReaders(PoolMode.TRANSACTION)) {
            assertNull(TestDatabase.text(pool, settings));
            try (Snapshot snapshot =
                    TestDatabase.snapshots(pool, PoolMode.TRANSACTION).open()) {
                expect(snapshot, oneStatement);
                assertEquals(
                        "jit=off max_parallel_workers_per_gather=0 plan_cache_mode=force_generic_plan random_page_cost=1.1"
                                + " statement_timeout=62000 transaction_isolation=repeatable read transaction_read_only=on",
                        text(snapshot, settings));
                assertEquals(1, snapshot.statements());
            }
            assertNull(TestDatabase.text(pool, settings));
            assertEquals("0", TestDatabase.text(pool, "select count(*) from pg_prepared_statements"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesToWrite(boolean oneStatement) {
        try (Snapshot snapshot = snapshots.open()) {
            expect(snapshot, oneStatement);
            DatabaseException refused = assertThrows(
                    DatabaseException.class,
                    () -> text(snapshot, "insert into citation (key, document) values ('W1', 'w.txt') returning key"));
            assertEquals("25006", refused.state());
        }
    }

    private static void expect(Snapshot snapshot, boolean oneStatement) {
        if (oneStatement) {
            snapshot.expectLastStatement();
        }
    }

    @Test
    void needsNoTransactionForOneStatement() throws SQLException {
        try (AgroalDataSource onlooker = TestDatabase.ofService(1);
                Snapshot snapshot = snapshots.open()) {
            snapshot.expectLastStatement();
            String process = text(snapshot, "select pg_backend_pid()");
            assertEquals("idle", TestDatabase.text(onlooker, stateOf(process)));
        }
    }

    @Test
    void keepsTransactionOpenBetweenStatementsAndNoLonger() throws SQLException {
        try (AgroalDataSource onlooker = TestDatabase.ofService(1)) {
            String process;
            try (Snapshot snapshot = snapshots.open()) {
                process = text(snapshot, "select pg_backend_pid()");
                assertEquals("idle in transaction", TestDatabase.text(onlooker, stateOf(process)));
            }
            assertEquals("idle", TestDatabase.text(onlooker, stateOf(process)));
        }
    }

    @Test
    void runsNoSecondStatementWhereOneWasPromised() {
        try (Snapshot snapshot = snapshots.open()) {
            snapshot.expectLastStatement();
            text(snapshot, "select 1");
            assertThrows(IllegalStateException.class, () -> text(snapshot, "select 2"));
        }
    }

    @Test
    void endsTransactionWithLastStatement() throws SQLException {
        try (AgroalDataSource onlooker = TestDatabase.ofService(1);
                Snapshot snapshot = snapshots.open()) {
            String process = text(snapshot, "select pg_backend_pid()");
            assertEquals("idle in transaction", TestDatabase.text(onlooker, stateOf(process)));
            snapshot.expectLastStatement();
            assertEquals("last", text(snapshot, "select 'last'"));
            assertEquals("idle", TestDatabase.text(onlooker, stateOf(process)));
            assertThrows(IllegalStateException.class, () -> text(snapshot, "select 'one more'"));
        }
    }

    @Test
    void leavesCleanConnectionWhereLastStatementFails() {
        try (Snapshot snapshot = snapshots.open()) {
            text(snapshot, "select 1");
            snapshot.expectLastStatement();
            assertThrows(DatabaseException.class, () -> text(snapshot, "select 1 / 0"));
        }
        try (Snapshot next = snapshots.open()) {
            assertEquals("1", text(next, "select 1"));
        }
    }

    @Test
    void runsNothingAfterFailure() {
        try (Snapshot snapshot = snapshots.open()) {
            DatabaseException failure = assertThrows(DatabaseException.class, () -> text(snapshot, "select 1 / 0"));
            assertSame(failure, assertThrows(DatabaseException.class, () -> text(snapshot, "select 1")));
            assertEquals("22012", failure.state());
        }
        try (Snapshot next = snapshots.open()) {
            assertEquals("1", text(next, "select 1"));
        }
    }

    @Test
    void takesNoConnectionOnceCancelled() {
        try (Snapshot snapshot = TestDatabase.absent().open()) {
            snapshot.cancel();
            DatabaseException failure = assertThrows(DatabaseException.class, () -> text(snapshot, "select 1"));
            assertTrue(failure.isCancelled());
            assertFalse(failure.isUnavailable());
        }
    }

    @Test
    void belongsToItsThread() {
        assertThrows(IllegalStateException.class, Snapshot::current);
        try (Snapshot snapshot = snapshots.open()) {
            assertSame(snapshot, Snapshot.current());
            assertThrows(IllegalStateException.class, snapshots::open);
        }
        assertThrows(IllegalStateException.class, Snapshot::current);
    }

    private static String stateOf(String process) {
        return "select state from pg_stat_activity where pid = " + process;
    }

    private static String text(Snapshot snapshot, String sql) {
        String[] text = new String[1];
        snapshot.read(Sql.of(sql), row -> text[0] = row.getString(1));
        return text[0];
    }
}
