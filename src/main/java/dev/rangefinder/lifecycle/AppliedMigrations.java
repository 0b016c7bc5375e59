package dev.rangefinder.lifecycle;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The migrations that have been applied to a database, and those of this version that have not. */
record AppliedMigrations(Flyway flyway) {

    /**
     * Applies the migrations of this version that are missing.
     *
     * @return the version of the database, which may be that of a later version of the service
     * @throws ConfigurationException when the history is not one of this version or a later one
     */
    MigrationVersion migrate() {
        check();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
                    ? incompatible("it has tables but no migration history. Use an empty database.")
                    : e;
        }
        return latest();
    }

    /**
     * The version of a database to which all migrations of this version have been applied.
     *
     * @throws ConfigurationException when the history is not one of this version or a later one
     */
    MigrationVersion version() {
        check();
        return latest();
    }

    private void check() {
        String problems = SchemaHistory.problems(flyway.validateWithResult());
        if (!problems.isEmpty()) {
            throw incompatible(problems + ". Start the version that migrated it, or use another database.");
        }
    }

    private MigrationVersion latest() {
        return Stream.of(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The failure of a start on a database that this version cannot use. */
    static ConfigurationException incompatible(String reason) {
        return new ConfigurationException("The database is incompatible with this version: " + reason);
    }
}
