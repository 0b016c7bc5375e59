package dev.rangefinder.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** A connection for as long as a snapshot needs it, with the transaction that its statements are in. */
final class Session {

    /**
     * How many rows the driver holds at a time. It would take all rows of a statement into memory before anybody sees the
     * first one.
     */
    static final int ROWS_AT_A_TIME = 4_000;

    private final Connection pooled;

    /** The same without the pool around it, which would wrap each result as well. */
    private final PgConnection driver;

    private @Nullable PreparedStatement running;
    private boolean begun;
    private boolean over;

    Session(Connection pooled) throws SQLException {
        this.pooled = pooled;
        this.driver = pooled.unwrap(PgConnection.class);
    }

    /**
     * Prepares a statement.
     *
     * @param last whether it is the last one. Then it ends the transaction; and when it is the first as well, it is a snapshot
     *     by itself and needs none.
     */
    PreparedStatement prepare(String text, boolean last) throws SQLException {
        if (over) {
            throw new IllegalStateException("The statement before was to be the last one: " + text);
        }
        over = last;
        if (begun) {
            return last ? driver.prepareStatement(text + ";rollback") : inParts(driver.prepareStatement(text));
        }
        begun = true;
        // The driver would send the begin of a transaction in a packet of its own.
        return driver.prepareStatement(last ? text : "begin;" + text);
    }

    /** The driver gives rows in parts only in transactions that it believes to be its own. */
    private PreparedStatement inParts(PreparedStatement statement) throws SQLException {
        driver.setAutoCommit(false);
        statement.setFetchSize(ROWS_AT_A_TIME);
        return statement;
    }

    /** Runs a statement that was prepared here, up to its first rows. */
    void execute(PreparedStatement statement) throws SQLException {
        if (!statement.execute()) {
            statement.getMoreResults(); // that was the begin
        }
    }

    synchronized void started(PreparedStatement statement) {
        running = statement;
    }

    synchronized void finished() {
        running = null;
    }

    /** Tells PostgreSQL to end the statement that runs, if any. Called by another thread. */
    synchronized void interrupt() throws SQLException {
        if (running != null) {
            running.cancel();
        }
    }

    /** Breaks the connection. Called by another thread. */
    void abandon() throws SQLException {
        // That of the pool would never come back to it
        driver.abort(Runnable::run);
    }

    /**
     * Ends the transaction and gives the connection back. It takes no round trip when the last statement has ended it.
     *
     * @param cancelled whether PostgreSQL was told to cancel. It may learn of that only after the statement, so that it hits the
     *     end of the transaction.
     */
    void giveBack(boolean cancelled) throws SQLException {
        try (pooled) {
            if (driver.getTransactionState() != TransactionState.IDLE) {
                rollback(cancelled);
            }
            driver.setAutoCommit(true);
        }
    }

    private void rollback(boolean cancelled) throws SQLException {
        try {
            driver.execSQLUpdate("rollback");
        } catch (SQLException e) {
            if (!cancelled) {
                throw e;
            }
            driver.execSQLUpdate("rollback");
        }
    }
}
