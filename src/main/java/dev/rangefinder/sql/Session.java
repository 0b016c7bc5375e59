package dev.rangefinder.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
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

    private static final int PATIENCE_SECONDS = 2;
    private static final int MOST_CONNECTIONS = 100;
    private static final int MOST_ROLLBACKS = 3;

    private final Connection pooled;

    /** The same without the pool around it, which would wrap each result as well. */
    private final PgConnection driver;

    private final SessionSettings settings;
    private @Nullable PreparedStatement running;
    private boolean begun;
    private int resultsBefore;
    private boolean over;
    private volatile boolean spoilt;
    private boolean returned;

    Session(Connection pooled, SessionSettings settings) throws SQLException {
        this.pooled = pooled;
        this.driver = pooled.unwrap(PgConnection.class);
        this.settings = settings;
    }

    /** One that answers, and that has no statements prepared: what befell another session did not befall it. */
    static Session fresh(DataSource source, SessionSettings settings) throws SQLException {
        for (int i = 0; i < MOST_CONNECTIONS; i++) {
            Session session = new Session(source.getConnection(), settings);
            if (session.isFresh()) {
                return session;
            }
            session.spoil();
            session.giveBack(); // the pool removes it
        }
        throw new SQLException("No connection of the pool answers.", "08006");
    }

    private boolean isFresh() {
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

    synchronized void started(PreparedStatement statement) {
        running = statement;
    }

    synchronized void finished() {
        running = null;
    }

    /** Has the connection closed when it is given back, because it is of no use to others. */
    void spoil() {
        spoilt = true;
    }

    /** Tells PostgreSQL to end the statement that runs, if any. Called by another thread. */
    synchronized void interrupt() throws SQLException {
        if (running != null) {
            boolean told = false;
            try {
                running.cancel();
                told = true;
            } finally {
                // Nobody knows when that arrives, and which statement it hits then.
                spoilt |= !told;
            }
        }
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
