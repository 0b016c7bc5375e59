package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/** A connection for as long as a transaction needs it, which its first statement begins, and its last one ends. */
final class Session {

    /**
     * How many rows the driver holds at a time. It would take all rows of a statement into memory before anybody sees the
     * first one.
     */
    static final int ROWS_AT_A_TIME = 4_000;

    private final ConnectionLease connection;
    private final PgConnection driver;
    private final SessionSettings settings;
    private @Nullable PreparedStatement running;
    private boolean begun;
    private int resultsBefore;
    private boolean over;

    Session(ConnectionLease connection, SessionSettings settings) {
        this.connection = connection;
        this.driver = connection.driver();
        this.settings = settings;
    }

    /**
     * Prepares a statement.
     *
     * @param last whether it is the last one. Then it ends the transaction; and when it is the first as well, it is a snapshot
     *     by itself and needs none, unless the settings need one.
     */
    PreparedStatement prepare(String text, boolean last) throws SQLException {
        if (over) {
            throw new IllegalStateException("The statement before was to be the last one: " + text);
        }
        over = last;
        boolean alone = last && !begun && !settings.areOfTransaction();
        boolean begins = !begun && !alone;
        resultsBefore = begins ? settings.resultsOfBegin() : 0;
        if (begun && !last) {
            return inParts(driver.prepareStatement(text));
        }
        begun = true;
        // The driver would send the begin of a transaction in a packet of its own.
        String whole = begins ? settings.begin() + text : text;
        return driver.prepareStatement(last && !alone ? whole + ";rollback" : whole);
    }

    /** The driver gives rows in parts only in transactions that it believes to be its own. */
    private PreparedStatement inParts(PreparedStatement statement) throws SQLException {
        driver.setAutoCommit(false);
        statement.setFetchSize(ROWS_AT_A_TIME);
        return statement;
    }

    /** Runs a statement that was prepared here, up to its first rows. */
    void execute(PreparedStatement statement) throws SQLException {
        statement.execute();
        for (int i = 0; i < resultsBefore; i++) {
            statement.getMoreResults();
        }
    }

    /** Reads all rows of the result that a statement is at, and counts them. */
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

    /** Has the connection closed when it is given back, because it is of no use to others. */
    void spoil() {
        connection.spoil();
    }

    /** Tells PostgreSQL to end the statement that runs, if any. Called by another thread. */
    synchronized void interrupt() throws SQLException {
        if (running != null) {
            boolean told = false;
            try {
                running.cancel();
                told = true;
            } finally {
                if (!told) {
                    spoil(); // nobody knows when that arrives, and which statement it hits then
                }
            }
        }
    }

    /** Breaks the connection, unless it has been given back. Called by another thread. */
    void abandon() throws SQLException {
        connection.abandon();
    }

    /** Ends the transaction and gives the connection back. */
    void giveBack() throws SQLException {
        connection.giveBack();
    }
}
