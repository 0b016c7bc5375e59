package dev.rangefinder.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.Writer;
import dev.rangefinder.transaction.DatabaseException.Reason;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A change is tried again if it is known to have stored nothing. */
@QuarkusTest
class WriteTransactionsTest {

    private static final Author AUTHOR = new Author("alice", "https://issuer.example");

    private static final Consumer<Integer> NOTHING = written -> {};

    @Inject
    WriteTransactions transactions;

    @Inject
    EntityManager entities;

    private final CatalogueData data = new CatalogueData();
    private final AtomicInteger attempts = new AtomicInteger();

    private static long end(long seconds) {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    private Integer cite(String word) {
        return entities.createNativeQuery("insert into citation (key) values (:key)")
                .setParameter("key", data.unique(word))
                .executeUpdate();
    }

    private void fail(String state) {
        entities.createNativeQuery("do $$ begin raise exception using errcode = '" + state + "'; end $$")
                .executeUpdate();
    }

    private static int backend(EntityManager entities) {
        return (Integer) entities.createNativeQuery("select pg_backend_pid()").getSingleResult();
    }

    private static void terminate(int backend) {
        try (Writer other = new Writer()) {
            other.text("select pg_terminate_backend(" + backend + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int citations(String word) throws SQLException {
        try (Writer reader = new Writer()) {
            return Integer.parseInt(
                    reader.text("select count(*) from citation where key = '" + data.unique(word) + "'"));
        }
    }

    @Test
    void conflictIsTriedAgain() throws SQLException {
        transactions.run(
                AUTHOR,
                "test",
                end(10),
                () -> {
                    int written = cite("conflict");
                    if (attempts.incrementAndGet() < 3) {
                        fail(attempts.get() == 1 ? "40001" : "40P01");
                    }
                    return written;
                },
                NOTHING);
        assertEquals(3, attempts.get());
        assertEquals(1, citations("conflict"));
    }

    @Test
    void brokenSessionIsReplacedBeforeTheCommit() throws SQLException {
        transactions.run(
                AUTHOR,
                "test",
                end(10),
                () -> {
                    if (attempts.incrementAndGet() == 1) {
                        terminate(backend(entities));
                    }
                    return cite("session");
                },
                NOTHING);
        assertEquals(2, attempts.get());
        assertEquals(1, citations("session"));
    }

    @Test
    void violationIsNotTriedAgain() throws SQLException {
        DatabaseException failure = assertThrows(
                DatabaseException.class,
                () -> transactions.run(
                        AUTHOR,
                        "test",
                        end(10),
                        () -> {
                            attempts.incrementAndGet();
                            return cite("violation") + cite("violation");
                        },
                        NOTHING));
        assertEquals("23505", failure.state());
        assertEquals(1, attempts.get());
        assertEquals(0, citations("violation"));
    }

    @Test
    void brokenCommitIsTriedAgainIfItHasStoredNothing() throws SQLException {
        transactions.run(
                AUTHOR,
                "test",
                end(10),
                () -> {
                    attempts.incrementAndGet();
                    return cite("commit");
                },
                written -> {
                    if (attempts.get() == 1) {
                        terminate(backend(entities));
                    }
                });
        assertEquals(2, attempts.get());
        assertEquals(1, citations("commit"));
    }

    @Test
    void waitForALockEndsAtTheDeadline() throws SQLException {
        long key = data.citation("locked").save().key();
        try (Writer other = new Writer()) {
            other.execute("select from citation where id = " + key + " for update");
            DatabaseException failure = assertThrows(
                    DatabaseException.class,
                    () -> transactions.run(
                            AUTHOR,
                            "test",
                            end(1),
                            () -> entities.createNativeQuery("update citation set remark = 'x' where id = " + key)
                                    .executeUpdate(),
                            NOTHING));
            assertEquals(Reason.CANCELLED, failure.reason());
        }
    }
}
