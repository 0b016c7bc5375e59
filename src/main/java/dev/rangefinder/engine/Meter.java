package dev.rangefinder.engine;

import dev.rangefinder.change.Revision;
import graphql.execution.ExecutionContext;
import org.jspecify.annotations.Nullable;

/** What an operation was estimated to cost, and what it gave. */
final class Meter {

    final boolean asked;
    long estimate;
    int nodes;

    /** The state that was read; null as long as nothing was. */
    @Nullable Revision revision;

    /** A meter that the client asked to see, or that stays inside. */
    Meter(boolean asked) {
        this.asked = asked;
    }

    static Meter of(ExecutionContext context) {
        return context.getGraphQLContext().get(Meter.class);
    }
}
