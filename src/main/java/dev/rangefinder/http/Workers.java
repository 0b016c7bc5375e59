package dev.rangefinder.http;

import dev.rangefinder.graphql.ErrorCode;
import dev.rangefinder.graphql.InputException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that execute operations. They are as many as there are connections to the database, and the queue before
 * them is short, so that a client hears at once when the service is overloaded instead of waiting for nothing.
 */
@Singleton
public class Workers {

    private final ExecutorService threads;
    private final long shutdownMillis;

    Workers(WorkersConfig config, MeterRegistry registry) {
        this.shutdownMillis = config.shutdownTimeout().toMillis();
        this.threads = new ThreadPoolExecutor(
                config.threads(),
                config.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.queue()),
                new WorkerThreads(config.virtual()));
        new ExecutorServiceMetrics(threads, "workers", List.of()).bindTo(registry);
    }

    /**
     * Runs a task on one of the threads, soon.
     *
     * @throws InputException when the queue is full, or the service stops
     */
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw new InputException(ErrorCode.UNAVAILABLE, "The service has too much to do. Try again soon.");
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
