package dev.rangefinder.lifecycle;

import dev.rangefinder.sql.DatabaseConfig;
import dev.rangefinder.sql.PoolMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.SchemaValidationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.hibernate.relational.SchemaManager;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Migrates the schema of the database to this version. A later version may have migrated it further, as long as this one
 * still finds what it reads: so it can be rolled back to. Flyway and Hibernate are only used where the history of the
 * database is not that of this version.
 */
@Singleton
class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);

    /** Reads the columns that no entity maps. */
    static final String UNMAPPED = "select revision, changed_at from catalogue limit 0; "
            + "select claim_id, device_id from claim_device limit 0; "
            + "select figure_id, brand_id from figure_brand limit 0";

    /** The SQLSTATEs of statements that do not fit the tables. */
    private static final String UNDEFINED = "42";

    private final DataSource database;
    private final Instance<SchemaManager> entities;
    private final PoolMode mode;

    SchemaMigration(DataSource database, Instance<SchemaManager> entities, DatabaseConfig config) {
        this.database = database;
        this.entities = entities;
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
        String missing = missing();
        if (missing != null) {
            throw unfit(
                    isLater
                            ? missing + ", since a later version migrated it to " + version
                                    + ". Start that version, or restore a backup from before."
                            : missing + ", though no migration changed that. Undo it, or restore a backup.");
        }
        if (isLater) {
            LOG.infof("A later version has migrated the database to %s, and this one can read it", version);
        }
    }

    /** The first column that is not there, or is of another type. */
    private @Nullable String missing() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Without the name of the schema Hibernate would look through all that PostgreSQL has of its own, too.
            entities.get().forSchema(connection.getSchema()).validate();
            statement.execute(UNMAPPED);
            return null;
        } catch (SchemaValidationException e) {
            return e.getMessage();
        } catch (PSQLException e) {
            ServerErrorMessage told = e.getServerErrorMessage();
            if (told == null || !told.getSQLState().startsWith(UNDEFINED)) {
                throw e;
            }
            return told.getMessage();
        }
    }

    private static ConfigurationException unfit(String reason) {
        return new ConfigurationException("The database does not fit this version: " + reason);
    }
}
