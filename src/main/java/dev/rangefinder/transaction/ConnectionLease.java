package dev.rangefinder.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * A connection on loan from its pool.
 *
 * @see Session
 */
final class ConnectionLease {

    private static final int PATIENCE_SECONDS = 2;
    private static final int MOST_CONNECTIONS = 100;
    private static final int MOST_ROLLBACKS = 3;

    private final Connection pooled;

    /** The same without the pool around it, which would wrap each result as well. */
    private final PgConnection driver;

    private volatile boolean spoilt;
    private boolean returned;

    private ConnectionLease(Connection pooled) throws SQLException {
        this.pooled = pooled;
        this.driver = pooled.unwrap(PgConnection.class);
    }

    static ConnectionLease of(Connection pooled) throws SQLException {
        return new ConnectionLease(pooled);
    }

    /** One that answers, and that has no statements prepared: what befell another session did not befall it. */
    static ConnectionLease fresh(DataSource source, SessionSettings settings) throws SQLException {
        for (int i = 0; i < MOST_CONNECTIONS; i++) {
            ConnectionLease lease = of(source.getConnection());
            if (lease.isFresh(settings)) {
                return lease;
            }
            lease.spoil();
            lease.giveBack(); // the pool removes it
        }
        throw new SQLException("No connection of the pool answers.", "08006");
    }

    private boolean isFresh(SessionSettings settings) {
        try {
            if (!driver.isValid(PATIENCE_SECONDS)) {
                return false;
            }
            settings.forgetStatements(driver);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    PgConnection driver() {
        return driver;
    }

    /** Has the connection closed when it is given back, because it is of no use to others. */
    void spoil() {
        spoilt = true;
    }

    /** Breaks the connection, unless it has been given back, and is another one's. Called by another thread. */
    synchronized void abandon() throws SQLException {
        if (!returned) {
            // That of the pool would never come back to it
            driver.abort(Runnable::run);
        }
    }

    /**
     * Ends the transaction and gives the connection back, or closes it where that does not succeed: all that was wanted of it
     * has been read. It takes no round trip when the last statement has ended the transaction.
     */
    void giveBack() throws SQLException {
        if (spoilt || !isCleared()) {
            driver.close(); // so that the pool removes it
        }
        synchronized (this) {
            returned = true;
        }
        pooled.close();
    }

    private boolean isCleared() {
        for (int i = 0; i < MOST_ROLLBACKS; i++) {
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
                // A cancellation that came late has hit it.
            }
        }
        return false;
    }
}
