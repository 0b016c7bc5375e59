package dev.rangefinder.lifecycle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;
import org.jspecify.annotations.Nullable;

/** The history of migrations that Flyway has recorded in a database. */
final class SchemaHistory {

    private static final String READ = "select version, checksum, success from %s.flyway_schema_history";

    /** The SQLSTATEs of a table that does not exist, or that its owner has not granted to this role yet. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "42501");

    private SchemaHistory() {}

    /** How the migrations of a database compare with those of this version. */
    enum State {
        /** Exactly the migrations of this version, unchanged, have been applied. */
        CURRENT,
        /** Only migrations of this version have been applied, and not all of them. */
        INCOMPLETE,
        /** Flyway knows whether the database can be used. */
        DIFFERENT
    }

    /** The state of a database. */
    static State stateOf(Connection connection) throws SQLException {
        Map<String, @Nullable Integer> applied = read(connection);
        if (applied.equals(Migrations.CHECKSUMS)) {
            return State.CURRENT;
        }
        boolean isIncomplete = Migrations.CHECKSUMS.entrySet().containsAll(applied.entrySet());
        return isIncomplete ? State.INCOMPLETE : State.DIFFERENT;
    }

    /** The checksums of the migrations by their versions; null for those that have failed. */
    private static Map<String, @Nullable Integer> read(Connection connection) throws SQLException {
        Map<String, @Nullable Integer> applied = new HashMap<>();
        String schema = connection.getSchema();
        if (schema == null) {
            return applied;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ.formatted(statement.enquoteIdentifier(schema, true)))) {
            while (row.next()) {
                applied.put(row.getString(1), row.getBoolean(3) ? row.getObject(2, Integer.class) : null);
            }
        } catch (SQLException e) {
            if (!NOT_THERE.contains(e.getSQLState())) {
                throw e;
            }
        }
        return applied;
    }

    /** The problems that Flyway found in the migrations of a database, in one line; empty when there are none. */
    static String problems(ValidateResult validation) {
        return validation.invalidMigrations.stream().map(SchemaHistory::problem).collect(Collectors.joining(", "));
    }

    private static String problem(ValidateOutput migration) {
        String name = "migration " + (migration.version == null ? migration.description : migration.version);
        return switch ((CoreErrorCode) migration.errorDetails.errorCode) {
            case APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED, APPLIED_REPEATABLE_MIGRATION_NOT_RESOLVED ->
                name + " is unknown to this version";
            case RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED -> name + " was skipped before a later one";
            case FAILED_VERSIONED_MIGRATION, FAILED_REPEATABLE_MIGRATION -> name + " has failed";
            default -> name + " has been changed since it was applied";
        };
    }
}
