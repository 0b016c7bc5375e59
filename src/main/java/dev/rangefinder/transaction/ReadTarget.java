package dev.rangefinder.transaction;

import java.sql.SQLException;

/** What transactions can read: the primary server or a replica, or one of them as of a moment. */
interface ReadTarget {

    Session connect(SessionSettings settings) throws SQLException;

    /** Opens a session that reads as of moments. */
    Session connectAsOf(SessionSettings settings) throws SQLException;

    /** Records that a statement succeeded. */
    void recordSuccess();

    /**
     * Records a failure, and returns what it means for the operation.
     *
     * @param connected whether a session had been opened
     */
    DatabaseException recordFailure(SQLException cause, boolean connected);

    /** The earliest revision that is recent enough to be read here. */
    long minimumRevision();

    /** Whether this is a replica, so that the operation can fall back to the primary. */
    boolean isReplica();
}
