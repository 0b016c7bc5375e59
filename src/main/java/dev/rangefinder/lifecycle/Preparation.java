package dev.rangefinder.lifecycle;

import dev.rangefinder.sql.DatabaseException;
import dev.rangefinder.sql.Outage;
import dev.rangefinder.sql.Snapshots;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.SchemaValidationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.relational.SchemaManager;
import org.jboss.logging.Logger;

/**
 * Makes the database fit this version: migrates it, compares it with the entities, and has it filled. With a database
 * that answers all of it is done before the first request is taken; otherwise again and again until it is. Meanwhile
 * nothing is read. Replicas that start at once take turns, by locks of the database.
 */
@ApplicationScoped
public class Preparation {

    private static final Logger LOG = Logger.getLogger(Preparation.class);
    private static final long RETRY_MILLISECONDS = 1_000;

    private final Flyway flyway;
    private final SchemaManager entities;
    private final DataSource changes;
    private final Event<Migrated> migrated;
    private final Snapshots snapshots;
    private final Outage outage = new Outage("The service is not ready");
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("preparation", true));
    private volatile boolean finished;

    Preparation(
            Flyway flyway, SchemaManager entities, DataSource changes, Event<Migrated> migrated, Snapshots snapshots) {
        this.flyway = flyway;
        this.entities = entities;
        this.changes = changes;
        this.migrated = migrated;
        this.snapshots = snapshots;
    }

    /** Whether the database is as this version needs it. */
    public boolean isFinished() {
        return finished;
    }

    void begin(@Observes StartupEvent start) {
        snapshots.refuse();
        if (!succeeds()) {
            retries.scheduleWithFixedDelay(
                    this::tryAgain, RETRY_MILLISECONDS, RETRY_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void tryAgain() {
        try {
            if (succeeds()) {
                retries.shutdown();
            }
        } catch (ConfigurationException e) {
            LOG.error(e.getMessage());
            giveUp();
        } catch (RuntimeException e) {
            LOG.error("The database cannot be prepared", e);
            giveUp();
        }
    }

    /** The same end as that of a start that fails at once. */
    private void giveUp() {
        retries.shutdown();
        Quarkus.asyncExit(1);
    }

    /** Whether everything could be done; not, when the database does not answer. */
    private boolean succeeds() {
        try {
            prepare();
            return true;
        } catch (RuntimeException e) {
            Optional<SQLException> absence = DatabaseException.absenceIn(e);
            absence.ifPresent(outage::tell);
            if (absence.isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private void prepare() {
        try {
            flyway.migrate();
            entities.forSchema(schema()).validate();
        } catch (FlywayException | SchemaValidationException | SQLException e) {
            if (DatabaseException.absenceIn(e).isEmpty()) {
                throw new ConfigurationException("The database does not fit this version: " + e.getMessage());
            }
            throw new IllegalStateException(e);
        }
        migrated.fire(new Migrated());
        snapshots.admit();
        finished = true;
        LOG.info("The database is ready");
    }

    /** The schema in use. Without its name Hibernate would look through all that PostgreSQL has of its own, too. */
    private String schema() throws SQLException {
        try (Connection connection = changes.getConnection()) {
            return connection.getSchema();
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        retries.shutdownNow();
    }
}
