package dev.rangefinder.transaction;

import java.sql.SQLException;

/** A server that transactions read: the primary, or a replica. */
interface ReadTarget {

    /** Opens a session of it. */
    Session connect(SessionSettings settings) throws SQLException;

    /** Takes note that a statement was answered. */
    void answered();

    /**
     * Takes note of a failure, and tells what it means for the operation.
     *
     * @param connected whether there was a session
     */
    DatabaseException failure(SQLException cause, boolean connected);

    /** The earliest revision with which what it shows is of use. */
    long earliest();

    /** Whether it is a replica, so that the primary may do better. */
    boolean isReplica();
}
