package dev.rangefinder.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation reads one snapshot of the database, and cannot change it. */
@QuarkusTest
class ReadTransactionTest {

    @Inject
    ReadContexts reads;

    @ParameterizedTest
    @EnumSource
    void operationReadsInOneRepeatableReadOnlyTransaction(PoolMode mode) throws SQLException {
        try (AgroalDataSource pool = TestDatabase.ofReaders(mode);
                ReadContext context = TestDatabase.reads(pool, mode).openAtOnce()) {
            assertEquals("repeatable read", text(context, "show transaction_isolation"));
            assertEquals("on", text(context, "show transaction_read_only"));
            String transaction = "select pg_backend_pid() || ' since ' || now()";
            assertEquals(text(context, transaction), text(context, transaction));
        }
    }

    @Test
    void sessionsHaveTheSettingsForReading() {
        try (ReadContext context = reads.openAtOnce()) {
            assertEquals("off", text(context, "show jit"));
            assertEquals("0", text(context, "show max_parallel_workers_per_gather"));
            assertEquals("force_generic_plan", text(context, "show plan_cache_mode"));
            assertEquals("12s", text(context, "show statement_timeout"), "the deadline and a grace period");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void transactionLeavesNoStateInAPooledSession(boolean oneStatement) throws SQLException {
        String settings = """
            select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
            where source = 'session' and name not in ('application_name', 'client_encoding', 'DateStyle', 'TimeZone')\
            """;
        try (AgroalDataSource pool = TestDatabase.ofReaders(PoolMode.TRANSACTION)) {
            assertNull(TestDatabase.text(pool, settings));
            try (ReadContext context =
                    TestDatabase.reads(pool, PoolMode.TRANSACTION).openAtOnce()) {
                assertEquals(
                        "jit=off max_parallel_workers_per_gather=0 plan_cache_mode=force_generic_plan random_page_cost=1.1"
                                + " statement_timeout=62000 transaction_isolation=repeatable read transaction_read_only=on",
                        text(context, settings, oneStatement));
                assertEquals(1, context.transaction().running().statements());
            }
            assertNull(TestDatabase.text(pool, settings));
            assertEquals("0", TestDatabase.text(pool, "select count(*) from pg_prepared_statements"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writeIsRejected(boolean oneStatement) {
        try (ReadContext context = reads.openAtOnce()) {
            DatabaseException rejection = assertThrows(
                    DatabaseException.class,
                    () -> text(
                            context,
                            "insert into citation (key, document) values ('W1', 'w.txt') returning key",
                            oneStatement));
            assertEquals("25006", rejection.state());
        }
    }

    @Test
    void singleStatementNeedsNoTransaction() throws SQLException {
        try (AgroalDataSource observer = TestDatabase.ofService(1);
                ReadContext context = reads.openAtOnce()) {
            String process = lastText(context, "select pg_backend_pid()");
            assertEquals("idle", TestDatabase.text(observer, stateOf(process)));
        }
    }

    @Test
    void transactionIsOpenUntilTheContextIsClosed() throws SQLException {
        try (AgroalDataSource observer = TestDatabase.ofService(1)) {
            String process;
            try (ReadContext context = reads.openAtOnce()) {
                process = text(context, "select pg_backend_pid()");
                assertEquals("idle in transaction", TestDatabase.text(observer, stateOf(process)));
            }
            assertEquals("idle", TestDatabase.text(observer, stateOf(process)));
        }
    }

    @Test
    void tablesAreReadAsOfAMomentUntilAnotherRevisionFollows() throws SQLException {
        CatalogueData data = new CatalogueData();
        data.brand("current").save();
        try (AgroalDataSource tables = TestDatabase.ofReaders(PoolMode.SESSION);
                AgroalDataSource views = TestDatabase.asOf(tables)) {
            ReadContexts contexts = TestDatabase.reads(tables, views);
            long revision = Long.parseLong(TestDatabase.text(tables, "select revision from catalogue"));
            Moment moment = new Moment(revision, 0, false);
            ValidDay day = new ValidDay(LocalDate.of(2024, 1, 1), Validity.CERTAINLY);
            assertEquals("public", schema(contexts, moment));
            assertEquals("asof", schema(contexts, moment.past()));
            assertEquals("validon", schema(contexts, moment.on(day)));
            assertEquals("asof_validon", schema(contexts, moment.past().on(day)));
            data.brand("next").save();
            assertEquals("asof", schema(contexts, moment));
            assertEquals("asof_validon", schema(contexts, moment.on(day)));
        }
    }

    private static String schema(ReadContexts contexts, Moment moment) {
        try (ReadContext context = contexts.openAtOnce()) {
            return contexts.read(context, moment, () -> text(context, "select current_schema()"));
        }
    }

    @Test
    void statementAfterTheOnlyOneIsRejected() {
        try (ReadContext context = reads.openAtOnce()) {
            lastText(context, "select 1");
            assertThrows(IllegalStateException.class, () -> text(context, "select 2"));
        }
    }

    @Test
    void lastStatementEndsTheTransaction() throws SQLException {
        try (AgroalDataSource observer = TestDatabase.ofService(1);
                ReadContext context = reads.openAtOnce()) {
            String process = text(context, "select pg_backend_pid()");
            assertEquals("idle in transaction", TestDatabase.text(observer, stateOf(process)));
            assertEquals("last", lastText(context, "select 'last'"));
            assertEquals("idle", TestDatabase.text(observer, stateOf(process)));
            assertThrows(IllegalStateException.class, () -> text(context, "select 'one more'"));
        }
    }

    @Test
    void connectionIsReusableAfterAFailedLastStatement() {
        try (ReadContext context = reads.openAtOnce()) {
            text(context, "select 1");
            assertThrows(DatabaseException.class, () -> lastText(context, "select 1 / 0"));
        }
        try (ReadContext next = reads.openAtOnce()) {
            assertEquals("1", text(next, "select 1"));
        }
    }

    @Test
    void statementAfterAFailureIsNotExecuted() {
        try (ReadContext context = reads.openAtOnce()) {
            DatabaseException failure = assertThrows(DatabaseException.class, () -> text(context, "select 1 / 0"));
            assertSame(failure, assertThrows(DatabaseException.class, () -> text(context, "select 1")));
            assertEquals("22012", failure.state());
        }
        try (ReadContext next = reads.openAtOnce()) {
            assertEquals("1", text(next, "select 1"));
        }
    }

    @Test
    void cancelledContextTakesNoConnection() {
        try (ReadContext context = TestDatabase.absent().openAtOnce()) {
            context.transaction().running().cancel();
            DatabaseException failure = assertThrows(DatabaseException.class, () -> text(context, "select 1"));
            assertTrue(failure.isCancelled());
            assertFalse(failure.isUnavailable());
        }
    }

    @Test
    void contextBelongsToItsThread() {
        assertThrows(IllegalStateException.class, ReadContext::current);
        try (ReadContext context = reads.openAtOnce()) {
            assertSame(context, ReadContext.current());
            assertThrows(IllegalStateException.class, reads::openAtOnce);
        }
        assertThrows(IllegalStateException.class, ReadContext::current);
    }

    private static String stateOf(String process) {
        return "select state from pg_stat_activity where pid = " + process;
    }

    private static String text(ReadContext context, String sql) {
        return text(context, sql, false);
    }

    private static String lastText(ReadContext context, String sql) {
        return text(context, sql, true);
    }

    private static String text(ReadContext context, String sql, boolean last) {
        String[] text = new String[1];
        FetchPlan plan = last ? FetchPlan.LAST : FetchPlan.EVERYTHING;
        context.transaction().read(Sql.of(sql), plan, row -> text[0] = row.getString(1));
        return text[0];
    }
}
