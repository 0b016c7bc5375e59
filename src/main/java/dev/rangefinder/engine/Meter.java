package dev.rangefinder.engine;

import dev.rangefinder.change.Revision;
import dev.rangefinder.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The estimated and actual cost of an operation. It costs 1 for each object read, and 1 for each call of a relation. */
final class Meter {

    final boolean asked;
    long estimate;
    int nodes;

    /** The revision that was read; null before the first statement. */
    @Nullable Revision revision;

    private long limit = Long.MAX_VALUE;
    private long cost;
    private @Nullable Charge highest;

    /**
     * Creates a meter.
     *
     * @param asked whether the client has requested the cost
     */
    Meter(boolean asked) {
        this.asked = asked;
    }

    void limitTo(long maximum) {
        limit = maximum;
    }

    /** The cost so far. */
    long cost() {
        return cost;
    }

    /** The cost that remains until the limit. */
    long remaining() {
        return limit - cost;
    }

    /**
     * Adds the cost of a field for all objects of a level.
     *
     * @throws OperationAbortedException when the cost exceeds the limit
     */
    void charge(Charge charge) {
        cost += charge.cost();
        highest = highest(charge);
        if (cost > limit) {
            throw limitExceeded();
        }
    }

    /** Creates the failure of an operation that has read more for a field than the remaining cost. */
    OperationAbortedException exceeded(Charge charge) {
        highest = highest(charge);
        return limitExceeded();
    }

    private Charge highest(Charge charge) {
        return highest == null || charge.cost() > highest.cost() ? charge : highest;
    }

    private OperationAbortedException limitExceeded() {
        Charge list = highest.list();
        String advice = list.isPaged() ? "Request fewer with `first`, or use `filter`." : "Request fewer.";
        String message = "The operation costs more than the limit of " + limit + ". Most of the cost is `" + list.path()
                + "`, with " + list.cost() + " objects so far. " + advice;
        return new OperationAbortedException(ErrorCode.COST_LIMIT_EXCEEDED, message, list.location());
    }
}
