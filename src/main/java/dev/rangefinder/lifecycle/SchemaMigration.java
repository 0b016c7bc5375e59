package dev.rangefinder.lifecycle;

import dev.rangefinder.transaction.DatabaseConfig;
import dev.rangefinder.transaction.PoolMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.hibernate.relational.SchemaManager;
import org.jboss.logging.Logger;

/**
 * Migrates the schema of the database to this version. A later version may have migrated it further, as long as this one
 * still finds what it reads: so it can be rolled back to. Flyway and Hibernate are only used where the history of the
 * database is not that of this version.
 */
@Singleton
class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);

    private final DataSource database;
    private final ReadableSchema readable;
    private final PoolMode mode;

    SchemaMigration(DataSource database, Instance<SchemaManager> entities, DatabaseConfig config) {
        this.database = database;
        this.readable = new ReadableSchema(entities);
        this.mode = config.poolMode();
    }

    /**
     * Migrates, where there is anything to migrate.
     *
     * @throws ConfigurationException when the database is one that this version can neither read nor migrate
     */
    void run() throws SQLException {
        if (check()) {
            return;
        }
        MigrationVersion version = mode == PoolMode.TRANSACTION ? migrateInOneTransaction() : migrate(database);
        check();
        compare(version);
    }

    /** Whether the history of the database is that of this version, in a database that can have its tables. */
    private boolean check() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Requirements.check(connection);
            return SchemaHistory.isCurrent(connection);
        }
    }

    private static MigrationVersion migrate(DataSource source) {
        Flyway flyway = Migrations.flyway(source);
        String mistakes = SchemaHistory.mistakes(flyway.validateWithResult());
        if (!mistakes.isEmpty()) {
            throw unfit(mistakes + ". Start the version that migrated it, or use another database.");
        }
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
                    ? unfit("it has tables, but no history of migrations. Use an empty database.")
                    : e;
        }
        return Stream.of(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Flyway sets the search path of its sessions. Where a pooler lends these for a transaction, all of it is one transaction,
     * which takes that back at its end, so that nobody else finds it.
     */
    private MigrationVersion migrateInOneTransaction() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                MigrationVersion version = migrate(SharedConnection.sourceOf(connection));
                statement.execute("reset search_path; reset role");
                connection.commit();
                return version;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Makes sure that this version finds the columns that it reads. */
    private void compare(MigrationVersion version) throws SQLException {
        boolean isLater = !Migrations.CHECKSUMS.containsKey(version.getVersion());
        Optional<String> missing = readable.missingIn(database);
        if (missing.isPresent()) {
            String remedy = isLater
                    ? ", since a later version migrated it to " + version
                            + ". Start that version, or restore a backup from before."
                    : ", though no migration changed that. Undo it, or restore a backup.";
            throw unfit(missing.get() + remedy);
        }
        if (isLater) {
            LOG.infof("A later version has migrated the database to %s, and this one can read it", version);
        }
    }

    private static ConfigurationException unfit(String reason) {
        return new ConfigurationException("The database does not fit this version: " + reason);
    }
}
