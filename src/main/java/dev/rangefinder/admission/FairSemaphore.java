package dev.rangefinder.admission;

import dev.rangefinder.admission.ClientQueues.Queue;
import dev.rangefinder.admission.ClientQueues.Waiter;
import dev.rangefinder.admission.OverloadException.Reason;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A semaphore that is fair between clients. Each client has its own queue, and the queues are served round robin, so that a
 * client with many requests delays only itself. No client holds more than a share of the permits. When too many requests wait,
 * the latest request of the client with the most waiting requests is rejected.
 */
final class FairSemaphore {

    private static final CompletableFuture<@Nullable Void> GRANTED = CompletableFuture.completedFuture(null);

    /** How long the timeout thread stays alive when idle. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final int permits;
    private final int share;
    private final int maxWaiting;
    private final ClientQueues queues;
    private final ScheduledThreadPoolExecutor timeouts =
            new ScheduledThreadPoolExecutor(1, new DefaultThreadFactory("admission", true));
    private int held;

    /**
     * Creates a semaphore.
     *
     * @param share how many permits one client may hold
     * @param maxWaiting how many requests may wait
     */
    FairSemaphore(int permits, int share, int maxWaiting) {
        this.permits = permits;
        this.share = share;
        this.maxWaiting = maxWaiting;
        this.queues = new ClientQueues(share);
        timeouts.setRemoveOnCancelPolicy(true); // most waiters get a permit long before their timeout
        timeouts.setKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        timeouts.allowCoreThreadTimeOut(true);
    }

    /**
     * Requests a permit.
     *
     * @param nanoseconds how long to wait for it
     * @return completes when the permit is granted, or exceptionally with an {@link OverloadException}
     */
    CompletableFuture<@Nullable Void> acquire(Object client, long nanoseconds) {
        Waiter waiter;
        Waiter latest;
        synchronized (this) {
            Queue queue = queues.of(client);
            if (tryAcquire(queue)) {
                return GRANTED;
            }
            waiter = queues.add(queue);
            latest = queues.waiting() > maxWaiting ? queues.removeLatest(queue) : null;
        }
        if (latest != null) {
            latest.completeExceptionally(new OverloadException(Reason.QUEUE_FULL));
        }
        if (latest != waiter) {
            Future<?> timeout = timeouts.schedule(() -> timeOut(waiter), nanoseconds, TimeUnit.NANOSECONDS);
            waiter.whenComplete((permit, rejection) -> timeout.cancel(false));
        }
        return waiter;
    }

    private void timeOut(Waiter waiter) {
        if (withdraw(waiter)) {
            waiter.completeExceptionally(new OverloadException(Reason.TIMEOUT));
        }
    }

    private boolean tryAcquire(Queue queue) {
        if (held == permits || queue.held == share) {
            return false;
        }
        queue.held++;
        held++;
        return true;
    }

    /** Cancels a request for a permit, and releases the permit if it has been granted. */
    void cancel(CompletableFuture<@Nullable Void> permit, Object client) {
        if (!(permit instanceof Waiter waiter && withdraw(waiter))) {
            permit.thenRun(() -> release(client));
        }
    }

    private synchronized boolean withdraw(Waiter waiter) {
        return queues.remove(waiter);
    }

    void release(Object client) {
        Waiter next = passOn(client);
        if (next != null) {
            next.complete(null);
        }
    }

    private synchronized @Nullable Waiter passOn(Object client) {
        Queue queue = queues.of(client);
        queue.held--;
        queues.update(queue);
        Waiter next = queues.next();
        if (next == null) {
            held--;
        }
        return next;
    }

    synchronized int held() {
        return held;
    }

    synchronized int waiting() {
        return queues.waiting();
    }
}
