package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/** A connection during one transaction, which the first statement begins and the last one ends. */
final class Session {

    /** By default, the driver would hold all rows of a statement in memory before it returns the first one. */
    static final int FETCH_SIZE = 4_000;

    private final ConnectionLease connection;
    private final PgConnection driver;
    private final SessionSettings settings;
    private final DatabaseSchema schema;
    private @Nullable PreparedStatement running;
    private boolean begun;
    private int resultsToSkip;
    private boolean ended;

    Session(ConnectionLease connection, SessionSettings settings, DatabaseSchema schema) {
        this.connection = connection;
        this.driver = connection.driver();
        this.settings = settings;
        this.schema = schema;
    }

    /**
     * Prepares a statement.
     *
     * @param last whether it is the last one, which ends the transaction. If it is also the first, it needs no transaction,
     *     unless the settings need one.
     */
    PreparedStatement prepare(String sql, boolean last) throws SQLException {
        if (ended) {
            throw new IllegalStateException("The previous statement was declared the last one: " + sql);
        }
        String text = schema.statement(sql);
        ended = last;
        boolean alone = last && !begun && !settings.arePerTransaction();
        boolean begins = !begun && !alone;
        resultsToSkip = begins ? settings.resultsOfBegin() : 0;
        if (begun && !last) {
            return inBatches(driver.prepareStatement(text));
        }
        begun = true;
        // The driver would send BEGIN in a packet of its own.
        String whole = begins ? settings.begin(schema) + text : text;
        return driver.prepareStatement(last && !alone ? whole + ";rollback" : whole);
    }

    /** The driver fetches rows in batches only in transactions that it has begun itself. */
    private PreparedStatement inBatches(PreparedStatement statement) throws SQLException {
        driver.setAutoCommit(false);
        statement.setFetchSize(FETCH_SIZE);
        return statement;
    }

    /** Runs a statement that was prepared here, and moves to its result. */
    void execute(PreparedStatement statement) throws SQLException {
        statement.execute();
        for (int i = 0; i < resultsToSkip; i++) {
            statement.getMoreResults();
        }
    }

    /** Reads all rows of the current result and returns their number. */
    static int readAll(PreparedStatement statement, RowCallback callback) throws SQLException {
        int rows = 0;
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                callback.read(result);
                rows++;
            }
        }
        return rows;
    }

    synchronized void started(PreparedStatement statement) {
        running = statement;
    }

    synchronized void finished() {
        running = null;
    }

    void invalidate() {
        connection.invalidate();
    }

    /** Asks PostgreSQL to cancel the running statement, if any. Called by another thread. */
    synchronized void interrupt() throws SQLException {
        if (running != null) {
            boolean sent = false;
            try {
                running.cancel();
                sent = true;
            } finally {
                if (!sent) {
                    invalidate(); // the cancellation may arrive later and hit another statement
                }
            }
        }
    }

    /** Called by another thread. */
    void abort() throws SQLException {
        connection.abort();
    }

    void release() throws SQLException {
        connection.release();
    }
}
