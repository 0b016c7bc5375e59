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
 * Migrates the schema of the database to this version. To allow rollbacks, a later version may have migrated it further, as long
 * as the columns that this version reads still exist. Flyway and Hibernate are only used when the history of the database differs
 * from the migrations of this version.
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
     * Migrates the database if necessary.
     *
     * @throws ConfigurationException when this version can neither read nor migrate the database
     */
    void run() throws SQLException {
        if (check()) {
            return;
        }
        MigrationVersion version = mode == PoolMode.TRANSACTION ? migrateInOneTransaction() : migrate(database);
        check();
        checkColumns(version);
    }

    /** Checks the requirements, and returns whether the history of the database is that of this version. */
    private boolean check() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Requirements.check(connection);
            return SchemaHistory.isCurrent(connection);
        }
    }

    private static MigrationVersion migrate(DataSource source) {
        Flyway flyway = Migrations.flyway(source);
        String problems = SchemaHistory.problems(flyway.validateWithResult());
        if (!problems.isEmpty()) {
            throw incompatible(problems + ". Start the version that migrated it, or use another database.");
        }
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
                    ? incompatible("it has tables but no migration history. Use an empty database.")
                    : e;
        }
        return Stream.of(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Flyway sets the search path of its sessions. Behind a pooler in transaction mode, the migration therefore runs in one
     * transaction that resets the search path at its end.
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

    /** Checks that the columns that this version reads exist. */
    private void checkColumns(MigrationVersion version) throws SQLException {
        boolean isLater = !Migrations.CHECKSUMS.containsKey(version.getVersion());
        Optional<String> missing = readable.missingIn(database);
        if (missing.isPresent()) {
            String remedy = isLater
                    ? ", because a later version migrated the database to " + version
                            + ". Start that version, or restore a backup made before."
                    : ", although no migration changed it. Undo the change, or restore a backup.";
            throw incompatible(missing.get() + remedy);
        }
        if (isLater) {
            LOG.infof("A later version has migrated the database to %s, which this version can read", version);
        }
    }

    private static ConfigurationException incompatible(String reason) {
        return new ConfigurationException("The database is incompatible with this version: " + reason);
    }
}
