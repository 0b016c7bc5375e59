package dev.rangefinder.transaction;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Failures of a session are retried in another one. Each of these failures is a real one of PostgreSQL. */
@QuarkusTest
@Timeout(60)
class ReadRetryTest {

    private static final String TABLE = "second_try";

    @Inject
    ReadContexts ofService;

    private final AtomicInteger attempts = new AtomicInteger();
    private AgroalDataSource pool;
    private ReadContexts reads;
    private Connection observer;

    @BeforeEach
    void open() throws SQLException {
        use(PoolMode.SESSION);
        observer = CatalogueData.connect();
        execute("create table " + TABLE + " as select 1 as number");
    }

    private void use(PoolMode mode) {
        pool = TestDatabase.ofReaders(mode);
        reads = TestDatabase.reads(pool, mode);
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
        execute("drop table if exists " + TABLE);
        observer.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = observer.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs an operation of two statements, between which something happens in the first attempt only. */
    private String read(Runnable between) {
        try (ReadContext context = reads.openAtOnce()) {
            return reads.read(context, () -> {
                text("select pg_backend_pid()");
                if (attempts.incrementAndGet() == 1) {
                    between.run();
                }
                return text("select number from " + TABLE);
            });
        }
    }

    private static String text(String sql) {
        String[] text = new String[1];
        ReadContext.current().read(Sql.of(sql), row -> text[0] = row.getString(1));
        return text[0];
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void idleTransactionTimeoutIsRetried(PoolMode mode) {
        pool.close();
        use(mode);
        assertEquals("1", read(() -> {
            text("select set_config('idle_in_transaction_session_timeout', '20ms', false)"); // 25P03
            sleep(200);
        }));
        assertEquals(2, attempts.get());
    }

    @Test
    void sessionEndedByIdleTimeoutIsReplaced() throws SQLException {
        TestDatabase.text(pool, "select set_config('idle_session_timeout', '20ms', false)"); // 57P05
        sleep(200);
        assertEquals("1", read(() -> {}));
    }

    @Test
    void sessionEndedByAdministratorIsReplaced() {
        assertEquals("1", read(() -> run("select pg_terminate_backend(" + text("select pg_backend_pid()") + ")")));
        assertEquals(2, attempts.get());
    }

    @Test
    void allSessionsEndedAtOnceAreReplaced() throws SQLException {
        reads = ofService;
        read(() -> {});
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query like '%"
                + TABLE + "%'");
        assertEquals("1", read(() -> {}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type bigint", "type text", "type numeric(9, 0)"})
    void changedColumnTypeIsRetried(String change) {
        assertEquals("1", read(() -> {}));
        run("alter table " + TABLE + " alter column number " + change);
        assertEquals("1", read(() -> {}));
        assertEquals("1", read(() -> {}), "the session of the first attempt is usable again, or closed");
    }

    @Test
    void deallocatedStatementIsRetried() throws SQLException {
        assertEquals("1", read(() -> {}));
        String name = TestDatabase.text(
                pool, "select name from pg_prepared_statements where statement like '%" + TABLE + "'");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("deallocate \"" + name + '"');
        }
        assertEquals("1", read(() -> {}));
    }

    @Test
    void cancellationMeantForAnotherStatementIsRetried() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<String> answer = threads.submit(() -> read(() -> text("select pg_sleep(30)")));
            await().until(this::cancelsSleep); // 57014
            assertEquals("1", answer.get());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(2, attempts.get());
    }

    private boolean cancelsSleep() throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet result = statement.executeQuery(
                        "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'")) {
            return result.next();
        }
    }

    @Test
    void deadlockWithASchemaChangeIsRetried() throws Exception {
        execute("create table second_try_too as select 2 as number");
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            observer.setAutoCommit(false);
            execute("set local deadlock_timeout = '1min'"); // so that the reader detects it
            execute("lock table second_try_too in access exclusive mode");
            Future<?>[] change = new Future<?>[1];
            String answer = read(() -> {
                text("select number, set_config('deadlock_timeout', '20ms', false) from " + TABLE);
                change[0] = threads.submit(() -> {
                    execute("lock table " + TABLE + " in access exclusive mode"); // waits for the reader
                    observer.commit();
                    return null;
                });
                sleep(200);
                text("select number from second_try_too"); // waits for the change: 40P01
            });
            assertEquals("1", answer);
            change[0].get();
        } finally {
            threads.shutdownNow();
            observer.setAutoCommit(true);
            execute("drop table second_try_too");
        }
        assertEquals(2, attempts.get());
    }

    @Test
    void failureIsRetriedOnlyOnce() {
        try (ReadContext context = reads.openAtOnce()) {
            DatabaseException failure = assertThrows(
                    DatabaseException.class,
                    () -> reads.read(context, () -> {
                        attempts.incrementAndGet();
                        return text("select gone from " + TABLE); // 42703
                    }));
            assertTrue(failure.isUnavailable());
        }
        assertEquals(2, attempts.get());
    }

    @Test
    void cancelledOperationIsNotRetried() {
        try (ReadContext context = reads.openAtOnce()) {
            DatabaseException failure = assertThrows(
                    DatabaseException.class,
                    () -> reads.read(context, () -> {
                        attempts.incrementAndGet();
                        String process = text("select pg_backend_pid()");
                        context.transaction().running().cancel();
                        run("select pg_terminate_backend(" + process + ")");
                        return text("select 1");
                    }));
            assertTrue(failure.isCancelled());
        }
        assertEquals(1, attempts.get());
    }

    @Test
    void transactionTimeoutIsNotRetried() {
        try (ReadContext context = reads.openAtOnce()) {
            DatabaseException failure = assertThrows(
                    DatabaseException.class,
                    () -> reads.read(context, () -> {
                        attempts.incrementAndGet();
                        text("select set_config('transaction_timeout', '50ms', false)"); // 25P04
                        return text("select pg_sleep(10)");
                    }));
            assertTrue(failure.isUnavailable());
        }
        assertEquals(1, attempts.get());
        assertEquals("1", read(() -> {}));
    }

    @Test
    void errorOfAStatementIsNotRetried() {
        try (ReadContext context = reads.openAtOnce()) {
            DatabaseException failure = assertThrows(
                    DatabaseException.class,
                    () -> reads.read(context, () -> {
                        attempts.incrementAndGet();
                        return text("select 1 / 0"); // 22012
                    }));
            assertFalse(failure.isUnavailable());
        }
        assertEquals(1, attempts.get());
    }

    /** The error codes of appendix A of the PostgreSQL manual that can occur in reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CANCELLED 57014",
                "SESSION_ENDED 08000 08003 08006 08P01 25P03 57P01 57P02 57P05",
                "STATEMENT_OUTDATED 0A000 26000 42P05",
                "CONFLICT 40001 40P01 40003 72000",
                "SCHEMA_CHANGED 3F000 42501 42703 42704 42804 42883 42P01",
                "UNAVAILABLE 25006 25P04 28000 28P01 3D000 53000 53100 53200 53300 53400 55000 55006 55P03 57P03 57P04"
                        + " 58000 58030 99999",
                "INTERNAL XX000",
                "UNEXPECTED 22003 22012 22P02 23505 25P02 42601 42P18 54001 P0001 XX001 XX002"
            })
    void failuresAreClassifiedBySqlState(String kindAndStates) {
        String[] words = kindAndStates.split(" ");
        for (int i = 1; i < words.length; i++) {
            String state = words[i];
            SQLException failure = new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0Msaid\0"));
            assertEquals(FailureKind.valueOf(words[0]), FailureKind.of(failure), state);
        }
        assertEquals(FailureKind.SCHEMA_CHANGED, FailureKind.of(new SQLException("Bad value for type long", "22003")));
        assertEquals(FailureKind.UNAVAILABLE, FailureKind.of(new SQLException("No connection is free")));
    }
}
