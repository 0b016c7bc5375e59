package dev.rangefinder.transaction;

import dev.rangefinder.transaction.TransactionId.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Finds out whether changes are stored whose connection broke while they were committed. */
@ApplicationScoped
class BrokenCommits {

    private static final Logger LOG = Logger.getLogger(BrokenCommits.class);

    private static final int PAUSE_MILLISECONDS = 20;

    private final DataSource database;

    BrokenCommits(DataSource database) {
        this.database = database;
    }

    /**
     * Asks until the transaction has ended, because the server can notice later than this service that the connection broke.
     *
     * @param end until when to ask, by {@link System#nanoTime}; at least once
     */
    Status resolve(TransactionId transaction, long end) {
        Status status = ask(transaction);
        while (status == Status.RUNNING && System.nanoTime() - end < 0 && pause()) {
            status = ask(transaction);
        }
        return status;
    }

    /** A server that cannot be asked may answer later. */
    private Status ask(TransactionId transaction) {
        try (Connection connection = database.getConnection()) {
            return transaction.status(connection);
        } catch (SQLException e) {
            LOG.debugf("The outcome of a commit cannot be read: %s", e.getMessage());
            return Status.RUNNING;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
