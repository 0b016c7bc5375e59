package dev.rangefinder.serving;

import dev.rangefinder.admission.Admission;
import dev.rangefinder.admission.OverloadException;
import dev.rangefinder.admission.RequestPermits;
import dev.rangefinder.admission.WorkersConfig;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Runs requests on worker threads. {@link Admission} limits how many of them work at a time; there are more threads only
 * because some wait for the database.
 */
@Singleton
public class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);

    /** A thread computes, waits for a permit to read the database, or reads it. */
    private static final int STATES = 3;

    /** How long a surplus thread waits for work. */
    private static final int IDLE_SECONDS = 10;

    private final Admission admission;
    private final ExecutorService threads;
    private final long shutdownMillis;

    Workers(Admission admission, WorkersConfig config) {
        this.admission = admission;
        this.shutdownMillis = config.shutdownTimeout().toMillis();
        this.threads = new ThreadPoolExecutor(
                STATES * config.threads(), // wait for work without a timer, which is expensive in virtual threads
                2 * (config.threads() + config.queue()),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new WorkerThreads(config.virtual()));
    }

    /**
     * Runs a request on a worker thread, as soon as it is admitted.
     *
     * @param client the connection of the request
     * @param whenRejected called instead, on any thread, when the service is overloaded, or stops
     */
    public void execute(Object client, Runnable request, Consumer<InputException> whenRejected) {
        RequestPermits permits = admission.of(client);
        permits.begin()
                .handle((begun, rejection) -> rejection == null && start(permits, request))
                .thenAccept(started -> {
                    if (!started) {
                        whenRejected.accept(new InputException(ErrorCode.UNAVAILABLE, OverloadException.MESSAGE));
                    }
                })
                .exceptionally(failure -> {
                    LOG.error("A request was neither run nor rejected", failure);
                    return null;
                });
    }

    private boolean start(RequestPermits permits, Runnable request) {
        try {
            threads.execute(() -> permits.run(request));
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            permits.end(); // neither the pool nor the operating system has a thread left
            return false;
        }
    }

    /** Waits for accepted requests to end before the database is closed. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(shutdownMillis, TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
