package dev.rangefinder.admission;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The queues of the clients of a semaphore, which are served round robin. The semaphore lets one thread in at a time. */
final class ClientQueues {

    /** What one client holds and waits for. */
    static final class Queue {
        private final Object client;
        private final Deque<Waiter> waiters = new ArrayDeque<>();
        private boolean hasTurn;
        int held;

        private Queue(Object client) {
            this.client = client;
        }
    }

    /** A request that waits: completed when it has a permit, or when it will get none. */
    static final class Waiter extends CompletableFuture<@Nullable Void> {
        private final Queue queue;

        private Waiter(Queue queue) {
            this.queue = queue;
        }
    }

    private final int share;
    private final Map<Object, Queue> queues = new HashMap<>();

    /** Those whose first request waits for nothing but a permit, in the order of their turns. */
    private final Deque<Queue> turns = new ArrayDeque<>();

    private int waiting;

    /** Nobody waits. A client that holds its share is left out of the round. */
    ClientQueues(int share) {
        this.share = share;
    }

    Queue of(Object client) {
        return queues.computeIfAbsent(client, Queue::new);
    }

    /** How many requests wait, of all clients. */
    int waiting() {
        return waiting;
    }

    Waiter add(Queue queue) {
        Waiter waiter = new Waiter(queue);
        queue.waiters.add(waiter);
        waiting++;
        settle(queue);
        return waiter;
    }

    /** Gives the one whose turn it is a permit; null when it is nobody's turn. */
    @Nullable Waiter next() {
        Queue queue = turns.poll();
        if (queue == null) {
            return null;
        }
        queue.hasTurn = false;
        queue.held++;
        Waiter next = queue.waiters.remove();
        waiting--;
        settle(queue);
        return next;
    }

    /** Removes one that waits; false when it does not wait any more. */
    boolean remove(Waiter waiter) {
        boolean removed = waiter.queue.waiters.remove(waiter);
        if (removed) {
            waiting--;
            settle(waiter.queue);
        }
        return removed;
    }

    /** Removes the latest of the client with the most; where no other has more, of the one that has just come. */
    Waiter removeLatest(Queue newest) {
        Queue longest = queues.values().stream()
                .filter(queue -> queue.waiters.size() > newest.waiters.size())
                .max(Comparator.comparingInt(queue -> queue.waiters.size()))
                .orElse(newest);
        Waiter latest = longest.waiters.getLast();
        remove(latest);
        return latest;
    }

    /** Puts a client in or out of the round, as it waits and may be served, and forgets one that nothing is left of. */
    void settle(Queue queue) {
        boolean wantsTurn = !queue.waiters.isEmpty() && queue.held < share;
        if (wantsTurn && !queue.hasTurn) {
            turns.add(queue);
        } else if (!wantsTurn && queue.hasTurn) {
            turns.remove(queue);
        }
        queue.hasTurn = wantsTurn;
        if (queue.held == 0 && queue.waiters.isEmpty()) {
            queues.remove(queue.client);
        }
    }
}
