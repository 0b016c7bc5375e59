package dev.rangefinder.admission;

import dev.rangefinder.admission.OverloadException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What one request holds of what requests compete for. It begins with a permit to compute, which it gives back before its
 * thread waits for the first time, so that others can go on. Once it runs it belongs to the thread that runs it.
 */
public final class RequestPermits {

    private static final ThreadLocal<@Nullable RequestPermits> CURRENT = new ThreadLocal<>();

    private final Admission admission;
    private final Object client;
    private long waited;
    private boolean small;
    private boolean computes;
    private @Nullable FairSemaphore reads;

    RequestPermits(Admission admission, Object client) {
        this.admission = admission;
        this.client = client;
    }

    /** That of the request which this thread answers; null when it answers none. */
    public static @Nullable RequestPermits current() {
        return CURRENT.get();
    }

    /** Completed when the request may run, or by an {@link OverloadException}. */
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

    /** Gives back what the request holds. */
    public void end() {
        endReading();
        stopComputing();
    }

    /** Says that this thread is about to wait, so that another one may compute in its place. */
    public static void pause() {
        RequestPermits turn = CURRENT.get();
        if (turn != null) {
            turn.stopComputing();
        }
    }

    private void stopComputing() {
        if (computes) {
            computes = false;
            admission.processor.release(client);
        }
    }

    /** Says that the operation of this thread will read little. */
    public static void expectSmall() {
        RequestPermits turn = CURRENT.get();
        if (turn != null) {
            turn.small = true;
        }
    }

    /**
     * Waits until the request may read the database.
     *
     * @throws OverloadException when too many others wait, or they have to wait for too long
     */
    public void beginReading() {
        long start = System.nanoTime();
        long left = admission.maxWait - waited;
        CompletableFuture<@Nullable Void> permit = admission.database.acquire(client, left);
        try {
            if (small && !permit.isDone()) {
                reads = awaitEither(permit, admission.reserve.acquire(client, left));
            } else {
                await(permit, () -> admission.database.giveUp(permit, client));
                reads = admission.database;
            }
        } finally {
            waited += System.nanoTime() - start;
        }
    }

    private FairSemaphore awaitEither(
            CompletableFuture<@Nullable Void> permit, CompletableFuture<@Nullable Void> reserved) {
        await(CompletableFuture.anyOf(permit, reserved), () -> {
            admission.database.giveUp(permit, client);
            admission.reserve.giveUp(reserved, client);
        });
        if (permit.isDone() && !permit.isCompletedExceptionally()) {
            admission.reserve.giveUp(reserved, client);
            return admission.database;
        }
        admission.database.giveUp(permit, client);
        return admission.reserve;
    }

    private void await(CompletableFuture<?> permit, Runnable giveUp) {
        try {
            permit.get();
        } catch (ExecutionException e) {
            giveUp.run();
            count(e.getCause());
            throw e.getCause() instanceof OverloadException overload ? overload : new IllegalStateException(e);
        } catch (InterruptedException e) {
            giveUp.run();
            Thread.currentThread().interrupt();
            throw new OverloadException(Reason.TIMEOUT); // the service stops, and waits no longer
        }
    }

    /** Lets the next one read the database, unless that has been done already. */
    public void endReading() {
        FairSemaphore held = reads;
        if (held != null) {
            reads = null;
            held.release(client);
        }
    }
}
