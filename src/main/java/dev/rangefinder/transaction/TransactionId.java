package dev.rangefinder.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a transaction, so that another session can ask what has become of it.
 *
 * @param number the number of the transaction
 * @param server when the server was started: after a failover or a crash, another transaction can get the number
 */
record TransactionId(String number, String server) {

    private static final String SERVER = "extract(epoch from pg_postmaster_start_time())::text";

    /** What a transaction selects for {@link #of}. */
    static final String COLUMNS = "pg_current_xact_id()::text, " + SERVER;

    private static final String STATUS = "select case " + SERVER + " when ? then pg_xact_status(?::xid8) end";

    /** What has become of a transaction. */
    enum Status {
        RUNNING,
        COMMITTED,
        ROLLED_BACK,
        UNKNOWN
    }

    /** Reads the ID of the current transaction from the result of a query, beginning with a column. */
    static TransactionId of(ResultSet row, int first) throws SQLException {
        return new TransactionId(row.getString(first), row.getString(first + 1));
    }

    /** Asks a server for the status. */
    Status status(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STATUS)) {
            query.setString(1, server);
            query.setString(2, number);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return statusOf(row.getString(1));
            }
        }
    }

    private static Status statusOf(@Nullable String name) {
        if (name == null) {
            return Status.UNKNOWN;
        }
        return switch (name) {
            case "committed" -> Status.COMMITTED;
            case "aborted" -> Status.ROLLED_BACK;
            default -> Status.RUNNING;
        };
    }
}
