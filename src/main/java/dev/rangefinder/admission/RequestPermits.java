package dev.rangefinder.admission;

import dev.rangefinder.admission.OverloadException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The permits that one request holds. It starts with a permit to compute, and releases it before its thread waits for the first
 * time, so that others can proceed. Once the request runs, only its thread uses this object.
 */
public final class RequestPermits {

    private static final ThreadLocal<@Nullable RequestPermits> CURRENT = new ThreadLocal<>();

    private final Admission admission;
    private final Object client;
    private long waited;
    private boolean small;
    private boolean computes;
    private @Nullable FairSemaphore readsFrom;

    RequestPermits(Admission admission, Object client) {
        this.admission = admission;
        this.client = client;
    }

    /** Returns the permits of the request that this thread answers; null when it answers none. */
    public static @Nullable RequestPermits current() {
        return CURRENT.get();
    }

    /** Completes when the request may run, or exceptionally with an {@link OverloadException}. */
    public CompletableFuture<@Nullable Void> begin() {
        long start = System.nanoTime();
        return admission.processor.acquire(client, admission.maxWait).whenComplete((permit, rejection) -> {
            waited = System.nanoTime() - start;
            computes = rejection == null;
            count(rejection);
        });
    }

    private void count(@Nullable Throwable rejection) {
        if (rejection instanceof OverloadException overload) {
            admission.count(overload);
        }
    }

    /** Runs the request on this thread. */
    public void run(Runnable request) {
        CURRENT.set(this);
        try {
            request.run();
        } finally {
            CURRENT.remove();
            end();
        }
    }

    /** Releases all permits. */
    public void end() {
        endReading();
        stopComputing();
    }

    /** Releases the permit to compute of the current request, because this thread is about to wait. */
    public static void pause() {
        RequestPermits current = CURRENT.get();
        if (current != null) {
            current.stopComputing();
        }
    }

    private void stopComputing() {
        if (computes) {
            computes = false;
            admission.processor.release(client);
        }
    }

    /** Marks the operation of this thread as small. */
    public static void expectSmall() {
        RequestPermits current = CURRENT.get();
        if (current != null) {
            current.small = true;
        }
    }

    /**
     * Waits until the request may read the database.
     *
     * @throws OverloadException when too many requests wait, or this one has waited too long
     */
    public void beginReading() {
        long start = System.nanoTime();
        long remaining = admission.maxWait - waited;
        CompletableFuture<@Nullable Void> permit = admission.database.acquire(client, remaining);
        try {
            if (small && !permit.isDone()) {
                readsFrom = awaitEither(permit, admission.reserve.acquire(client, remaining));
            } else {
                await(permit, () -> admission.database.cancel(permit, client));
                readsFrom = admission.database;
            }
        } finally {
            waited += System.nanoTime() - start;
        }
    }

    private FairSemaphore awaitEither(
            CompletableFuture<@Nullable Void> permit, CompletableFuture<@Nullable Void> reserved) {
        await(CompletableFuture.anyOf(permit, reserved), () -> {
            admission.database.cancel(permit, client);
            admission.reserve.cancel(reserved, client);
        });
        if (permit.isDone() && !permit.isCompletedExceptionally()) {
            admission.reserve.cancel(reserved, client);
            return admission.database;
        }
        admission.database.cancel(permit, client);
        return admission.reserve;
    }

    private void await(CompletableFuture<?> permit, Runnable cancel) {
        try {
            permit.get();
        } catch (ExecutionException e) {
            cancel.run();
            count(e.getCause());
            throw e.getCause() instanceof OverloadException overload ? overload : new IllegalStateException(e);
        } catch (InterruptedException e) {
            cancel.run();
            Thread.currentThread().interrupt();
            throw new OverloadException(Reason.TIMEOUT); // the service is shutting down
        }
    }

    /** Releases the permit to read the database, if it is held. */
    public void endReading() {
        FairSemaphore held = readsFrom;
        if (held != null) {
            readsFrom = null;
            held.release(client);
        }
    }
}
