package dev.rangefinder.engine;

import dev.rangefinder.change.Revision;
import dev.rangefinder.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What an operation was estimated to cost, and what it has cost so far: one for each object that it has read, and one for
 * each call of a relation.
 */
final class Meter {

    final boolean asked;
    long estimate;
    int nodes;

    /** The state that was read; null as long as nothing was. */
    @Nullable Revision revision;

    private long limit = Long.MAX_VALUE;
    private long cost;
    private @Nullable Charge dearest;

    /** A meter that the client asked to see, or that stays inside. */
    Meter(boolean asked) {
        this.asked = asked;
    }

    /** Stops the operation when it has cost more than this. */
    void stopAt(long most) {
        limit = most;
    }

    /** What the operation has cost so far. */
    long cost() {
        return cost;
    }

    /** What the operation may still cost. */
    long remaining() {
        return limit - cost;
    }

    /**
     * Adds what a field of the document has cost, for all objects of a level.
     *
     * @throws OperationAbortedException when the operation has cost more than it may
     */
    void charge(Charge charge) {
        cost += charge.cost();
        dearest = dearer(charge);
        if (cost > limit) {
            throw limitPassed();
        }
    }

    /** What ends an operation that has read more for a field than it could still cost. */
    OperationAbortedException exceeded(Charge charge) {
        dearest = dearer(charge);
        return limitPassed();
    }

    private Charge dearer(Charge charge) {
        return dearest == null || charge.cost() > dearest.cost() ? charge : dearest;
    }

    private OperationAbortedException limitPassed() {
        Charge list = dearest.list();
        String advice = list.isPaged() ? "Ask for fewer with `first`, or narrow it with `filter`." : "Ask for fewer.";
        String message = "The operation costs more than " + limit + ", which is the limit. Most of it is `"
                + list.path() + "`, with " + list.cost() + " objects so far. " + advice;
        return new OperationAbortedException(ErrorCode.COST_LIMIT_EXCEEDED, message, list.location());
    }
}
