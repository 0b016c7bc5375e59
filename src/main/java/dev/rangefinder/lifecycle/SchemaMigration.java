package dev.rangefinder.lifecycle;

import dev.rangefinder.transaction.DatabaseConfig;
import dev.rangefinder.transaction.PoolMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.hibernate.SessionFactory;
import org.hibernate.relational.SchemaManager;
import org.jboss.logging.Logger;

/**
 * Migrates the schema of the database to this version. To allow rollbacks, a later version may have migrated it further, as long
 * as the columns that this version reads still exist, and new ones need no value. Flyway and Hibernate are only used when the history of the database differs
 * from the migrations of this version.
 */
@Singleton
class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);

    private final DataSource database;
    private final ReadableSchema readable;
    private final WritableSchema writable;
    private final PoolMode mode;

    SchemaMigration(
            DataSource database,
            Instance<SchemaManager> schema,
            Instance<SessionFactory> entities,
            DatabaseConfig config) {
        this.database = database;
        this.readable = new ReadableSchema(schema);
        this.writable = new WritableSchema(entities);
        this.mode = config.poolMode();
    }

    /**
     * Migrates the database if necessary.
     *
     * @throws ConfigurationException when this version can neither read nor migrate the database
     */
    void run() throws SQLException {
        if (state() == SchemaHistory.State.CURRENT) {
            return;
        }
        MigrationVersion version = withMigrations(AppliedMigrations::migrate);
        state(); // checks the locale, once the extension exists
        grantAccess();
        checkColumns(version);
    }

    /**
     * Whether the database has been migrated to this version, or to a later one that this version can use. Changes nothing.
     *
     * @throws ConfigurationException when this version can neither read nor migrate the database
     */
    boolean isDone() throws SQLException {
        SchemaHistory.State state = state();
        if (state == SchemaHistory.State.DIFFERENT) {
            checkColumns(withMigrations(AppliedMigrations::version));
        }
        return state != SchemaHistory.State.INCOMPLETE;
    }

    /** Lets the roles that exist use the tables. Returns their names. */
    List<String> grantAccess() throws SQLException {
        List<String> roles = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet granted = statement.executeQuery("select grant_access()")) {
            while (granted.next()) {
                roles.add(granted.getString(1));
            }
        }
        return roles;
    }

    /** Checks the requirements, and returns the state of the history. */
    private SchemaHistory.State state() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Requirements.check(connection);
            return SchemaHistory.stateOf(connection);
        }
    }

    /**
     * Flyway sets the search path of its sessions. Behind a pooler in transaction mode, it therefore runs in one transaction that
     * resets the search path at its end.
     */
    private <T> T withMigrations(Function<AppliedMigrations, T> use) throws SQLException {
        if (mode != PoolMode.TRANSACTION) {
            return use.apply(new AppliedMigrations(Migrations.flyway(database)));
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                T result = use.apply(new AppliedMigrations(Migrations.flyway(SharedConnection.sourceOf(connection))));
                statement.execute("reset search_path; reset role");
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Checks that the columns that this version reads exist, and that no others need a value. */
    private void checkColumns(MigrationVersion version) throws SQLException {
        boolean isLater = !Migrations.CHECKSUMS.containsKey(version.getVersion());
        Optional<String> missing = readable.missingIn(database);
        Optional<String> problem = missing.isPresent() ? missing : writable.unknownIn(database);
        if (problem.isPresent()) {
            String remedy = isLater
                    ? ", because a later version migrated the database to " + version
                            + ". Start that version, or restore a backup made before."
                    : ", although no migration changed it. Undo the change, or restore a backup.";
            throw AppliedMigrations.incompatible(problem.get() + remedy);
        }
        if (isLater) {
            LOG.infof("A later version has migrated the database to %s, which this version can use", version);
        }
    }
}
