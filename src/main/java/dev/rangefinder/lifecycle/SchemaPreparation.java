package dev.rangefinder.lifecycle;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Migrates the schema at the start of the service or, if it is configured so, waits until the command {@code migrate} has. */
@Singleton
class SchemaPreparation {

    private static final Logger LOG = Logger.getLogger(SchemaPreparation.class);

    private final SchemaMigration migration;
    private final boolean migrates;
    private volatile boolean waiting;

    SchemaPreparation(SchemaMigration migration, MigrationConfig config) {
        this.migration = migration;
        this.migrates = config.atStart();
    }

    /**
     * Migrates the schema, or checks whether others have.
     *
     * @return false while the service waits
     */
    boolean run() throws SQLException {
        if (migrates) {
            migration.run();
            return true;
        }
        boolean done = migration.isDone();
        if (!done && !waiting) {
            LOG.warn("The service waits until the command migrate has migrated the database to this version, because"
                    + " rangefinder.migration.at-start is false");
        }
        waiting = !done;
        return done;
    }

    /** Whether the service waits for the migration of the database. */
    boolean isWaiting() {
        return waiting;
    }
}
