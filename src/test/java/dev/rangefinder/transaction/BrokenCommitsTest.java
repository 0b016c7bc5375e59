package dev.rangefinder.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rangefinder.Writer;
import dev.rangefinder.transaction.TransactionId.Status;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Another session tells what has become of a transaction. */
@QuarkusTest
class BrokenCommitsTest {

    @Inject
    BrokenCommits commits;

    private static TransactionId idOf(Writer writer) throws SQLException {
        try (Statement statement = writer.connection().createStatement();
                ResultSet row = statement.executeQuery("select " + TransactionId.COLUMNS)) {
            row.next();
            return TransactionId.of(row, 1);
        }
    }

    private Status resolve(TransactionId transaction, long seconds) {
        return commits.resolve(transaction, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void endOfARunningTransactionIsAwaited() throws SQLException {
        try (Writer writer = new Writer()) {
            TransactionId committed = idOf(writer);
            assertEquals(Status.RUNNING, resolve(committed, 0));
            CompletableFuture<Status> status = CompletableFuture.supplyAsync(() -> resolve(committed, 10));
            assertFalse(status.isDone());
            writer.commit();
            assertEquals(Status.COMMITTED, status.join());
            TransactionId rolledBack = idOf(writer);
            writer.rollback();
            assertEquals(Status.ROLLED_BACK, resolve(rolledBack, 0));
        }
    }

    @Test
    void transactionOfAnotherRunOfTheServerIsUnknown() throws SQLException {
        try (Writer writer = new Writer()) {
            TransactionId id = idOf(writer);
            writer.commit();
            assertEquals(Status.UNKNOWN, resolve(new TransactionId(id.number(), "1"), 10));
        }
    }
}
