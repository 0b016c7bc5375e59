package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;

/**
 * Classifies failures of the database by SQLSTATE: whether a retry may succeed, and whether the client is told that the
 * catalogue is unavailable. The first matching kind applies.
 */
enum FailureKind {

    /** The statement was cancelled: by its deadline, or by a late cancellation of the previous statement. */
    CANCELLED("57014"),

    /**
     * The session has ended; another one may work. 08: the connection broke. 25P03, 57P05: the session was idle for too long.
     * 57P01, 57P02: an administrator terminated it, or another session crashed.
     */
    SESSION_ENDED("08|25P03|57P01|57P02|57P05"),

    /**
     * A prepared statement of this session is unusable. 0A000: its result type has changed. 26000: it was dropped. 42P05: its
     * name is taken.
     */
    STATEMENT_OUTDATED("0A000|26000|42P05"),

    /** 40: a conflict with another transaction, or with replication. 72: the snapshot is too old. */
    CONFLICT("40|72"),

    /**
     * The schema differs from the one that this version reads, for example during a rollout. 3F, 42: a schema, table, column,
     * type or operator is missing or may not be used. The states of the driver report values of an unexpected type.
     */
    SCHEMA_CHANGED("3F000|42501|42703|42704|42804|42809|42821|42846|42883|42P01", "07006|22003|22007"),

    /**
     * The database is unavailable, and an immediate retry would not help. 25006: the primary has become a replica. 25P04: the
     * transaction took too long. 28, 3D: the user or database does not exist yet. 53: no memory, no disk space, no free
     * connection. 55: an object or a lock is in use. 57P: the server is starting, or the database was dropped. 58: an error of
     * the operating system. 99999: the driver was interrupted while connecting.
     */
    UNAVAILABLE("25006|25P04|28|3D|53|55|57P|58|99999"),

    /** XX000, internal_error: for example when a table is dropped at the same moment. */
    INTERNAL("XX000"),

    /** Not transient: a bug of this service, or corrupt data. */
    UNEXPECTED("");

    private final Pattern states;
    private final Pattern driverStates;

    FailureKind(String states) {
        this(states, "(?!)");
    }

    FailureKind(String states, String driverStates) {
        this.states = Pattern.compile(states);
        this.driverStates = Pattern.compile(driverStates);
    }

    /** Classifies a failure. One without a SQLSTATE comes from the connection pool, which has no free connection. */
    static FailureKind of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.isEmpty()) {
            return UNAVAILABLE;
        }
        boolean fromServer = failure instanceof PSQLException postgresql && postgresql.getServerErrorMessage() != null;
        for (FailureKind kind : values()) {
            if (kind.states.matcher(state).lookingAt()
                    || !fromServer && kind.driverStates.matcher(state).lookingAt()) {
                return kind;
            }
        }
        return UNEXPECTED;
    }

    /** Whether a retry, in this session or another, may succeed. */
    boolean isRetryable() {
        return this != UNAVAILABLE && this != UNEXPECTED;
    }

    /** Whether the session that failed is unusable from now on. */
    boolean invalidatesSession() {
        return this == SESSION_ENDED || this == STATEMENT_OUTDATED;
    }

    /** Whether the database does not respond, whatever the statement. */
    boolean isUnresponsive() {
        return this == SESSION_ENDED || this == CONFLICT || this == UNAVAILABLE;
    }

    /** Whether the failure is temporary and nothing that the client can fix. */
    boolean isTransient() {
        return isUnresponsive() || this == STATEMENT_OUTDATED || this == SCHEMA_CHANGED;
    }
}
