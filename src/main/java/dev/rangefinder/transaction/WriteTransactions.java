package dev.rangefinder.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Runs changes of the catalogue, each in one read-write transaction on the primary, in which Hibernate writes. */
@ApplicationScoped
public class WriteTransactions {

    private static final Logger LOG = Logger.getLogger(WriteTransactions.class);

    /** How often a change is tried while it conflicts with others. */
    private static final int MAX_ATTEMPTS = 10;

    private static final int PAUSE_MILLISECONDS = 10;

    /** One connection of the pool remains for readiness and replica lag. */
    private static final int CONNECTIONS = 3;

    private final DeadlineSemaphore connections = new DeadlineSemaphore(CONNECTIONS);

    private final WriteTransaction transaction;

    WriteTransactions(WriteTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Runs a change, and runs it again when it conflicts with another transaction or its session ends, but not after a commit whose
     * outcome is unknown.
     *
     * @param author who makes it, for the log
     * @param operation the name of the mutation, which is set as {@code rangefinder.operation} for triggers
     * @param end when a statement must end, by {@link System#nanoTime}
     * @param beforeCommit receives the result when nothing but the commit can fail any more
     * @throws DatabaseException when a statement or the commit fails
     */
    public <T> T run(Author author, String operation, long end, Supplier<T> change, Consumer<T> beforeCommit) {
        return connections.with(end, () -> attempt(author, operation, end, change, beforeCommit));
    }

    private <T> T attempt(Author author, String operation, long end, Supplier<T> change, Consumer<T> beforeCommit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.run(author, operation, end, change, beforeCommit);
            } catch (DatabaseException e) {
                if (!isWorthRetry(e) || attempt == MAX_ATTEMPTS || System.nanoTime() - end > 0) {
                    throw e;
                }
                LOG.debugf("Trying %s again: %s", operation, e.getMessage());
                pause(attempt);
            }
        }
    }

    private static boolean isWorthRetry(DatabaseException failure) {
        FailureKind kind = failure.kind();
        return failure.reason() != DatabaseException.Reason.UNCERTAIN
                && (kind == FailureKind.CONFLICT || kind.invalidatesSession());
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLISECONDS * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
