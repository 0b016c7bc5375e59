package dev.rangefinder.mutation;

import dev.rangefinder.transaction.DatabaseException;
import java.sql.SQLException;

/** The database rejects a record of an input. */
public final class RejectedRecordException extends DatabaseException {

    private static final long serialVersionUID = 1;

    private final String table;
    private final String path;

    /**
     * Names the rejected record.
     *
     * @param table its table
     * @param path its path in the input, such as {@code input.members[1]}
     */
    public RejectedRecordException(String table, String path, SQLException cause) {
        super(cause);
        this.table = table;
        this.path = path;
    }

    String table() {
        return table;
    }

    String path() {
        return path;
    }
}
