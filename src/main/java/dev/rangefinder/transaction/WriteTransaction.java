package dev.rangefinder.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * A read-write transaction on the primary, in which Hibernate writes. All deferred constraints are checked before the commit, so
 * that a violation is known to have stored nothing.
 */
@ApplicationScoped
class WriteTransaction {

    private static final Logger LOG = Logger.getLogger(WriteTransaction.class);

    private static final String SETTINGS =
            "select " + TransactionId.COLUMNS + ", set_config('statement_timeout', ?, true), " + Author.SETTINGS;

    /** transaction_rollback. */
    private static final String ROLLED_BACK = "40000";

    private final TransactionManager manager;
    private final EntityManager entities;
    private final BrokenCommits commits;

    WriteTransaction(TransactionManager manager, EntityManager entities, BrokenCommits commits) {
        this.manager = manager;
        this.entities = entities;
        this.commits = commits;
    }

    /**
     * Runs a change once.
     *
     * @throws DatabaseException when a statement or the commit fails; as a conflict when it is known that nothing is stored
     */
    <T> T run(Author author, String operation, long end, Supplier<T> change, Consumer<T> beforeCommit) {
        T result;
        TransactionId id;
        begin(end);
        try {
            id = configure(author, operation, end);
            result = change.get();
            entities.flush();
            entities.createNativeQuery("set constraints all immediate").executeUpdate();
            beforeCommit.accept(result);
        } catch (RuntimeException | Error e) {
            rollBack();
            throw describe(e);
        }
        commit(id, end);
        return result;
    }

    private void begin(long end) {
        try {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime());
            manager.setTransactionTimeout((int) (Math.max(0, seconds) + Deadline.GRACE.toSeconds()));
            manager.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("No transaction can begin", e);
        }
    }

    private TransactionId configure(Author author, String operation, long end) {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement settings = connection.prepareStatement(SETTINGS)) {
                settings.setString(1, Long.toString(Math.max(1, millis)));
                author.bind(settings, 2, operation);
                try (ResultSet row = settings.executeQuery()) {
                    row.next();
                    return TransactionId.of(row, 1);
                }
            }
        });
    }

    private void rollBack() {
        try {
            manager.rollback();
        } catch (RuntimeException | SystemException e) {
            LOG.warn("A transaction could not be rolled back", e); // its connection is closed, which ends it
        }
    }

    private void commit(TransactionId id, long end) {
        try {
            manager.commit();
        } catch (RollbackException
                | RuntimeException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException e) {
            resolve(id, end, e);
        }
    }

    private void resolve(TransactionId id, long end, Exception failure) {
        TransactionId.Status status = commits.resolve(id, end);
        if (status == TransactionId.Status.ROLLED_BACK) {
            throw new DatabaseException(new SQLException(failure.toString(), ROLLED_BACK, failure));
        }
        if (status != TransactionId.Status.COMMITTED) {
            throw new UncertainCommitException(failure);
        }
    }

    /** The failure of a statement as a failure of the database, whichever exceptions wrap it; any other failure as it is. */
    private static RuntimeException describe(Throwable failure) {
        Optional<DatabaseException> described = DatabaseException.in(failure);
        if (described.isPresent()) {
            return described.get();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
