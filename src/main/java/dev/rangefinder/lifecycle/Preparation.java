package dev.rangefinder.lifecycle;

import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.OutageLog;
import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.TableSizes;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Prepares the database for this version: migrates it, or waits until it is migrated, and loads the catalogue. If the database answers, this is done before the
 * first request is accepted; otherwise it is retried until it succeeds, and operations are rejected meanwhile. Replicas that
 * start at once take turns by database locks.
 */
@ApplicationScoped
public class Preparation {

    private static final Logger LOG = Logger.getLogger(Preparation.class);
    private static final long RETRY_MILLISECONDS = 1_000;
    private static final int EARLY = 200;
    private static final int LATE = Interceptor.Priority.LIBRARY_AFTER;

    private final SchemaPreparation schema;
    private final Event<Migrated> migrated;
    private final TableSizes sizes;
    private final ReadContexts reads;
    private final CommandLine arguments;
    private final OutageLog outage = new OutageLog("The service is not ready");
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("preparation", true));
    private CompletableFuture<Boolean> first = CompletableFuture.completedFuture(false);
    private volatile boolean finished;

    Preparation(
            SchemaPreparation schema,
            Event<Migrated> migrated,
            TableSizes sizes,
            ReadContexts reads,
            CommandLine arguments) {
        this.schema = schema;
        this.migrated = migrated;
        this.sizes = sizes;
        this.reads = reads;
        this.arguments = arguments;
    }

    /** Whether the database has been prepared. */
    public boolean isFinished() {
        return finished;
    }

    /** Runs concurrently with the rest of the start. */
    void begin(@Observes @Priority(EARLY) StartupEvent start) {
        reads.suspend();
        if (arguments.hasCommand()) {
            return;
        }
        first = CompletableFuture.supplyAsync(this::tryPrepare, retries);
    }

    void await(@Observes @Priority(LATE) StartupEvent start) {
        if (arguments.hasCommand() || first.join()) {
            retries.shutdown();
            return;
        }
        retries.scheduleWithFixedDelay(this::retry, RETRY_MILLISECONDS, RETRY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void retry() {
        try {
            if (tryPrepare()) {
                retries.shutdown();
            }
        } catch (ConfigurationException e) {
            LOG.error(e.getMessage());
            exit();
        } catch (RuntimeException e) {
            LOG.error("The database cannot be prepared", e);
            exit();
        }
    }

    /** Ends the process in the same way as a failure during the start. */
    private void exit() {
        retries.shutdown();
        Quarkus.asyncExit(1);
    }

    /** Returns false when the database does not answer, or waits for its migration. */
    private boolean tryPrepare() {
        try {
            return prepare();
        } catch (RuntimeException e) {
            Optional<SQLException> outageCause = DatabaseException.outageIn(e);
            outageCause.ifPresent(outage::report);
            if (outageCause.isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private boolean prepare() {
        try {
            if (!schema.run()) {
                return false;
            }
        } catch (FlywayException | SQLException e) {
            if (DatabaseException.outageIn(e).isEmpty()) {
                throw new ConfigurationException("The database cannot be migrated: " + MigrateCommand.line(e));
            }
            throw new IllegalStateException(e);
        }
        migrated.fire(new Migrated());
        sizes.read();
        reads.resume();
        finished = true;
        LOG.info("The database is ready");
        return true;
    }

    void stop(@Observes ShutdownEvent stop) {
        retries.shutdownNow();
    }
}
