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
 * The threads that answer requests. How many of them do something at a time is up to the {@link Admission}; there are more
 * of them only because some wait for the database.
 */
@Singleton
public class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);

    /** What a thread may be doing for a request: compute, wait for its turn to read the database, read it. */
    private static final int STATES = 3;

    /** How long a thread stays that there are too many of, in seconds. */
    private static final int IDLE = 10;

    private final Admission admission;
    private final ExecutorService threads;
    private final long shutdownMillis;

    Workers(Admission admission, WorkersConfig config) {
        this.admission = admission;
        this.shutdownMillis = config.shutdownTimeout().toMillis();
        this.threads = new ThreadPoolExecutor(
                STATES * config.threads(), // these wait for work without a timer, which is dear for virtual threads
                2 * (config.threads() + config.queue()),
                IDLE,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new WorkerThreads(config.virtual()));
    }

    /**
     * Runs a request on one of the threads, as soon as it is its turn.
     *
     * @param client the connection that it came on
     * @param whenRejected called instead, on any thread, when there is too much to do, or the service stops
     */
    public void execute(Object client, Runnable request, Consumer<InputException> whenRejected) {
        RequestPermits turn = admission.of(client);
        turn.begin()
                .handle((begun, rejection) -> rejection == null && start(turn, request))
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

    private boolean start(RequestPermits turn, Runnable request) {
        try {
            threads.execute(() -> turn.run(request));
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            turn.end(); // there are no more threads, here or in the operating system
            return false;
        }
    }

    /** Lets what was accepted come to its end before the database goes away. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(shutdownMillis, TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
