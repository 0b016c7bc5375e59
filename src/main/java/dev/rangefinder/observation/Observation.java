package dev.rangefinder.observation;

import io.opentelemetry.api.trace.SpanContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of one operation, from when its request is there until it has been answered. While a thread works for it,
 * the lines that this thread logs have the ids of the request and of the trace.
 */
public final class Observation {

    private static final String REQUEST_ID = "requestId";
    private static final String TRACE_ID = "traceId";

    private static final ThreadLocal<@Nullable Observation> CURRENT = new ThreadLocal<>();

    private final Observations observations;
    private final String requestId;
    private final SpanContext parent;
    private long received = System.nanoTime();
    private long started;
    private @Nullable OperationIdentity operation;
    private @Nullable Trace trace;
    private long cost;
    private int nodes;
    private int statements;
    private long waited;
    private boolean ended;

    Observation(Observations observations, String requestId, SpanContext parent) {
        this.observations = observations;
        this.requestId = requestId;
        this.parent = parent;
    }

    /** The one that this thread works for; null when it works for none. */
    public static @Nullable Observation current() {
        return CURRENT.get();
    }

    /** Records spans of what this thread does; null when that is not traced. */
    public static @Nullable Trace currentTrace() {
        Observation observation = CURRENT.get();
        return observation == null ? null : observation.trace;
    }

    /** The name by which a client and the logs of all services on the way can speak of the request. */
    public String requestId() {
        return requestId;
    }

    /** The whole request is there: how long its client took to send it does not count. */
    public void received() {
        received = System.nanoTime();
    }

    /** Does, on this thread, what answers the request. */
    public void observe(Runnable work) {
        started = System.nanoTime();
        trace = observations.trace(parent, started - received);
        CURRENT.set(this);
        MDC.put(REQUEST_ID, requestId);
        String traceId = traceId();
        if (traceId != null) {
            MDC.put(TRACE_ID, traceId);
        }
        try {
            work.run();
        } finally {
            MDC.remove(REQUEST_ID);
            MDC.remove(TRACE_ID);
            CURRENT.remove();
        }
    }

    private @Nullable String traceId() {
        if (trace != null) {
            return trace.id();
        }
        return parent.isValid() ? parent.getTraceId() : null;
    }

    /** Says which operation it is, once that is known. */
    public void identify(@Nullable OperationIdentity known) {
        operation = known;
    }

    /** Says what the operation has cost, and how many nodes it gave. */
    public void metered(long metered, int given) {
        cost = metered;
        nodes = given;
    }

    /** Says how many more statements were run, and for how many nanoseconds they have waited for those of others. */
    public void ran(int more, long waitedForOthers) {
        statements += more;
        waited += waitedForOthers;
    }

    /** Says what became of it. What is said later does not count. */
    public void ended(Outcome outcome) {
        if (ended) {
            return;
        }
        ended = true;
        long now = System.nanoTime();
        // Some are refused before a thread takes them.
        long until = started == 0 ? now : started;
        long ran = now - until - waited;
        ExecutionStats stats =
                new ExecutionStats(requestId, operation, outcome, now - received - ran, ran, cost, nodes, statements);
        observations.ended(stats, trace);
    }
}
