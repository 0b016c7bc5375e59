package dev.rangefinder.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** A connection borrowed from its pool. */
final class ConnectionLease {

    private static final int VALIDATION_TIMEOUT_SECONDS = 2;
    private static final int MAX_CONNECTIONS = 100;
    private static final int MAX_ROLLBACKS = 3;

    private final Connection pooled;

    /** The connection without the pool's wrapper, which would wrap each result as well. */
    private final PgConnection driver;

    private volatile boolean invalidated;
    private boolean returned;

    private ConnectionLease(Connection pooled) throws SQLException {
        this.pooled = pooled;
        this.driver = pooled.unwrap(PgConnection.class);
    }

    static ConnectionLease of(Connection pooled) throws SQLException {
        return new ConnectionLease(pooled);
    }

    /** Borrows a connection that is alive and has no prepared statements, for a retry after a session failed. */
    static ConnectionLease fresh(DataSource source, SessionSettings settings) throws SQLException {
        for (int i = 0; i < MAX_CONNECTIONS; i++) {
            ConnectionLease lease = of(source.getConnection());
            if (lease.isFresh(settings)) {
                return lease;
            }
            lease.invalidate();
            lease.release(); // the pool removes it
        }
        throw new SQLException("No connection of the pool answers.", "08006");
    }

    private boolean isFresh(SessionSettings settings) {
        try {
            if (!driver.isValid(VALIDATION_TIMEOUT_SECONDS)) {
                return false;
            }
            settings.deallocateStatements(driver);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    PgConnection driver() {
        return driver;
    }

    /** Marks the connection as unusable, so that it is closed when it is released. */
    void invalidate() {
        invalidated = true;
    }

    /** Aborts the connection unless it has been released and may be borrowed by others. Called by another thread. */
    synchronized void abort() throws SQLException {
        if (!returned) {
            // Aborting the pool's wrapper would leak the connection
            driver.abort(Runnable::run);
        }
    }

    /**
     * Ends the transaction and returns the connection to the pool, or closes it when the rollback fails. Takes no round trip when
     * the last statement has ended the transaction.
     */
    void release() throws SQLException {
        if (invalidated || !rollBack()) {
            driver.close(); // so that the pool removes it
        }
        synchronized (this) {
            returned = true;
        }
        pooled.close();
    }

    private boolean rollBack() {
        for (int i = 0; i < MAX_ROLLBACKS; i++) {
            try {
                if (driver.getTransactionState() != TransactionState.IDLE) {
                    driver.execSQLUpdate("rollback");
                }
                driver.setAutoCommit(true);
                return true;
            } catch (SQLException e) {
                if (FailureKind.of(e) != FailureKind.CANCELLED) {
                    return false;
                }
                // A late cancellation has hit the rollback.
            }
        }
        return false;
    }
}
