package dev.rangefinder.transaction;

import java.sql.SQLException;

/** What transactions can read: the primary server or a replica, or one of them as of a moment. */
interface ReadTarget {

    /** The query for the state of the database that a transaction begins with: one of the present, or the one that opens the moment. */
    default Sql opening(Sql present) {
        return present;
    }

    /** Makes a transaction open the moment, if there is one, with its first statement. */
    default void openIn(ReadTransaction transaction) {}

    /** The schema that its transactions read. */
    default DatabaseSchema schema() {
        return DatabaseSchema.PRESENT;
    }

    /** Opens a session for a transaction that reads a schema. */
    Session connect(SessionSettings settings, DatabaseSchema schema) throws SQLException;

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
