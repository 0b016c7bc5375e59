package dev.rangefinder.admission;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The queues of the clients of a semaphore, served round robin. Guarded by the lock of the semaphore. */
final class ClientQueues {

    /** The permits that one client holds, and the requests that wait for one. */
    static final class Queue {
        private final Object client;
        private final Deque<Waiter> waiters = new ArrayDeque<>();
        private boolean scheduled;
        int held;

        private Queue(Object client) {
            this.client = client;
        }
    }

    /** A waiting request: completed when it gets a permit, and completed exceptionally when it is rejected. */
    static final class Waiter extends CompletableFuture<@Nullable Void> {
        private final Queue queue;

        private Waiter(Queue queue) {
            this.queue = queue;
        }
    }

    private final int share;
    private final Map<Object, Queue> queues = new HashMap<>();

    /** The queues of clients that may be served, in round-robin order. */
    private final Deque<Queue> schedule = new ArrayDeque<>();

    private int waiting;

    /**
     * Creates empty queues.
     *
     * @param share how many permits a client may hold; one that holds as many is not served
     */
    ClientQueues(int share) {
        this.share = share;
    }

    Queue of(Object client) {
        return queues.computeIfAbsent(client, Queue::new);
    }

    /** The number of waiting requests of all clients. */
    int waiting() {
        return waiting;
    }

    Waiter add(Queue queue) {
        Waiter waiter = new Waiter(queue);
        queue.waiters.add(waiter);
        waiting++;
        update(queue);
        return waiter;
    }

    /** Removes the next request to be served and assigns a permit to its client; null when none can be served. */
    @Nullable Waiter next() {
        Queue queue = schedule.poll();
        if (queue == null) {
            return null;
        }
        queue.scheduled = false;
        queue.held++;
        Waiter next = queue.waiters.remove();
        waiting--;
        update(queue);
        return next;
    }

    /** Removes a waiting request; false when it is no longer waiting. */
    boolean remove(Waiter waiter) {
        boolean removed = waiter.queue.waiters.remove(waiter);
        if (removed) {
            waiting--;
            update(waiter.queue);
        }
        return removed;
    }

    /** Removes the latest request of the client with the most waiting requests; on a tie, that of the given client. */
    Waiter removeLatest(Queue newest) {
        Queue longest = queues.values().stream()
                .filter(queue -> queue.waiters.size() > newest.waiters.size())
                .max(Comparator.comparingInt(queue -> queue.waiters.size()))
                .orElse(newest);
        Waiter latest = longest.waiters.getLast();
        remove(latest);
        return latest;
    }

    /** Updates the schedule after a change of a queue, and removes an empty queue of a client without permits. */
    void update(Queue queue) {
        boolean servable = !queue.waiters.isEmpty() && queue.held < share;
        if (servable && !queue.scheduled) {
            schedule.add(queue);
        } else if (!servable && queue.scheduled) {
            schedule.remove(queue);
        }
        queue.scheduled = servable;
        if (queue.held == 0 && queue.waiters.isEmpty()) {
            queues.remove(queue.client);
        }
    }
}
