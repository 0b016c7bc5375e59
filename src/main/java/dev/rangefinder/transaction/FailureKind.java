package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;

/**
 * What a failure of the database means for an operation, told by its SQLSTATE: whether a second try may do, and whether the
 * client hears that the catalogue cannot be read at the moment. The first kind that fits counts.
 */
enum FailureKind {

    /** The statement was cancelled: by its deadline, or by a cancellation that was meant for the statement before it. */
    CANCELLED("57014"),

    /**
     * The session is over, though another may do. 08: the connection broke. 25P03, 57P05: it was idle for too long. 57P01,
     * 57P02: an administrator ended it, or another session crashed.
     */
    SESSION_ENDED("08|25P03|57P01|57P02|57P05"),

    /**
     * A statement that was prepared in this session is of no use any more. 0A000: its columns have other types now. 26000: it
     * was dropped. 42P05: another one has its name.
     */
    STATEMENT_OUTDATED("0A000|26000|42P05"),

    /** 40: a conflict with another transaction, or with the replication. 72: the snapshot is too old. */
    CONFLICT("40|72"),

    /**
     * The tables are not those that this version reads, as while another version is rolled out. 3F, 42: a schema, table,
     * column, type or operator is not there or may not be used. The driver tells of values that cannot be what is read.
     */
    SCHEMA_CHANGED("3F000|42501|42703|42704|42804|42809|42821|42846|42883|42P01", "07006|22003|22007"),

    /**
     * The database cannot answer, and a second try at once would not help. 25006: a primary that has become a replica. 25P04:
     * the transaction took too long. 28, 3D: a user or database that is not there yet. 53: no memory, no disk, no free
     * connection. 55: an object or a lock is in use. 57P: the server starts, or the database was dropped. 58: the operating
     * system fails. 99999: the driver was interrupted while it connected.
     */
    UNAVAILABLE("25006|25P04|28|3D|53|55|57P|58|99999"),

    /** XX000, internal_error: PostgreSQL stumbled, such as over a table that was dropped just then. */
    INTERNAL("XX000"),

    /** Nothing that comes and goes: a mistake of this service, or damaged data. */
    UNEXPECTED("");

    private final Pattern states;
    private final Pattern statesOfDriver;

    FailureKind(String states) {
        this(states, "(?!)");
    }

    FailureKind(String states, String statesOfDriver) {
        this.states = Pattern.compile(states);
        this.statesOfDriver = Pattern.compile(statesOfDriver);
    }

    /** The kind of a failure. Without a SQLSTATE the pool of connections says that none is free. */
    static FailureKind of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.isEmpty()) {
            return UNAVAILABLE;
        }
        boolean ofServer = failure instanceof PSQLException postgresql && postgresql.getServerErrorMessage() != null;
        for (FailureKind kind : values()) {
            if (kind.states.matcher(state).lookingAt()
                    || !ofServer && kind.statesOfDriver.matcher(state).lookingAt()) {
                return kind;
            }
        }
        return UNEXPECTED;
    }

    /** Whether another session, or the same one again, may do what this one did not. */
    boolean deservesSecondTry() {
        return this != UNAVAILABLE && this != UNEXPECTED;
    }

    /** Whether the session that it happened in is of no use any more. */
    boolean spoilsSession() {
        return this == SESSION_ENDED || this == STATEMENT_OUTDATED;
    }

    /** Whether the database does not answer, whatever it is asked. */
    boolean isAbsence() {
        return this == SESSION_ENDED || this == CONFLICT || this == UNAVAILABLE;
    }

    /** Whether it will pass, though not by anything that the client can do. */
    boolean isPassing() {
        return isAbsence() || this == STATEMENT_OUTDATED || this == SCHEMA_CHANGED;
    }
}
