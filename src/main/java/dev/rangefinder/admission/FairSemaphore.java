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
 * Permits for which clients queue fairly. Each client has a queue of its own, and the queues are served round robin, so that
 * a client that asks for much waits behind itself. No client holds more than a share of the permits. When too many requests
 * wait, the latest one of the client with the most of them is rejected.
 */
final class FairSemaphore {

    private static final CompletableFuture<@Nullable Void> GRANTED = CompletableFuture.completedFuture(null);

    /** How long the thread stays that looks after timeouts while there are none, in seconds. */
    private static final int IDLE = 10;

    private final int permits;
    private final int share;
    private final int maxWaiting;
    private final ClientQueues queues;
    private final ScheduledThreadPoolExecutor timeouts =
            new ScheduledThreadPoolExecutor(1, new DefaultThreadFactory("admission", true));
    private int held;

    /**
     * All permits are free.
     *
     * @param share how many permits one client may hold
     * @param maxWaiting how many requests may wait
     */
    FairSemaphore(int permits, int share, int maxWaiting) {
        this.permits = permits;
        this.share = share;
        this.maxWaiting = maxWaiting;
        this.queues = new ClientQueues(share);
        timeouts.setRemoveOnCancelPolicy(true); // most waiters get their permit long before
        timeouts.setKeepAliveTime(IDLE, TimeUnit.SECONDS);
        timeouts.allowCoreThreadTimeOut(true);
    }

    /**
     * Asks for a permit.
     *
     * @param nanoseconds how long to wait for it
     * @return completed with a permit, or by an {@link OverloadException}
     */
    CompletableFuture<@Nullable Void> acquire(Object client, long nanoseconds) {
        Waiter waiter;
        Waiter latest;
        synchronized (this) {
            Queue queue = queues.of(client);
            if (took(queue)) {
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

    private boolean took(Queue queue) {
        if (held == permits || queue.held == share) {
            return false;
        }
        queue.held++;
        held++;
        return true;
    }

    /** Gives up a permit that was asked for, whether it has been granted or not. */
    void giveUp(CompletableFuture<@Nullable Void> asked, Object client) {
        if (!(asked instanceof Waiter waiter && withdraw(waiter))) {
            asked.thenRun(() -> release(client));
        }
    }

    private synchronized boolean withdraw(Waiter waiter) {
        return queues.remove(waiter);
    }

    /** Gives a permit back. */
    void release(Object client) {
        Waiter next = passOn(client);
        if (next != null) {
            next.complete(null);
        }
    }

    private synchronized @Nullable Waiter passOn(Object client) {
        Queue queue = queues.of(client);
        queue.held--;
        queues.settle(queue);
        Waiter next = queues.next();
        if (next == null) {
            held--;
        }
        return next;
    }

    /** How many permits are held. */
    synchronized int held() {
        return held;
    }

    /** How many requests wait. */
    synchronized int waiting() {
        return queues.waiting();
    }
}
