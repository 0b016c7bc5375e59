package dev.rangefinder.admission;

import dev.rangefinder.admission.OverloadException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What one request holds of what requests compete for. It begins with a permit to compute, which it gives back before its
 * thread waits for the first time, so that others can go on. Once it runs it belongs to the thread that runs it.
 */
public final class Turn {

    /** How long a small operation waits before it takes what is reserved for it, in milliseconds. */
    private static final long PATIENCE = 100;

    private static final ThreadLocal<@Nullable Turn> CURRENT = new ThreadLocal<>();

    private final Admission admission;
    private final Object client;
    private long waited;
    private boolean small;
    private boolean computes;
    private @Nullable FairSemaphore reads;

    Turn(Admission admission, Object client) {
        this.admission = admission;
        this.client = client;
    }

    /** That of the request which this thread answers; null when it answers none. */
    public static @Nullable Turn current() {
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
        Turn turn = CURRENT.get();
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
        Turn turn = CURRENT.get();
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
        CompletableFuture<@Nullable Void> permit = admission.database.acquire(client, admission.maxWait - waited);
        try {
            while (!isGranted(permit)) {
                if (small && tookReserved(permit)) {
                    return;
                }
            }
            reads = admission.database;
        } finally {
            waited += System.nanoTime() - start;
        }
    }

    private boolean isGranted(CompletableFuture<@Nullable Void> permit) {
        try {
            permit.get(PATIENCE, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            count(e.getCause());
            throw e.getCause() instanceof OverloadException overload ? overload : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadException(Reason.TIMEOUT); // the service stops, and waits no longer
        }
    }

    private boolean tookReserved(CompletableFuture<@Nullable Void> permit) {
        if (!admission.reserve.tryAcquire(client)) {
            return false;
        }
        if (admission.database.withdraw(permit)) {
            reads = admission.reserve;
            return true;
        }
        admission.reserve.release(client); // the permit came at the same moment
        return false;
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
