package dev.rangefinder.observation;

import io.opentelemetry.api.trace.SpanContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Measures one operation, from the arrival of its request until it has been answered. While a thread works for it, the lines
 * that this thread logs contain the ids of the request and of the trace.
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

    /** The observation that this thread works for; null when there is none. */
    public static @Nullable Observation current() {
        return CURRENT.get();
    }

    /** The trace that this thread works for; null when there is none. */
    public static @Nullable Trace currentTrace() {
        Observation observation = CURRENT.get();
        return observation == null ? null : observation.trace;
    }

    /** Identifies the request to its client, and in the logs of all services that it passes through. */
    public String requestId() {
        return requestId;
    }

    /** Records that the whole request has arrived: the time that its client took to send it does not count. */
    public void received() {
        received = System.nanoTime();
    }

    /** Runs, on this thread, the work that answers the request. */
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

    /** Records the operation, once it is known. */
    public void identify(@Nullable OperationIdentity known) {
        operation = known;
    }

    /** Records what the operation has cost, and how many nodes it returned. */
    public void recordCost(long total, int returnedNodes) {
        cost = total;
        nodes = returnedNodes;
    }

    /** Adds statements that were run, and the nanoseconds that they waited for permits. */
    public void addStatements(int count, long waitedNanos) {
        statements += count;
        waited += waitedNanos;
    }

    /** Records the outcome, and reports the operation. Only the first call counts. */
    public void end(Outcome outcome) {
        if (ended) {
            return;
        }
        ended = true;
        long now = System.nanoTime();
        // Some requests are rejected before a thread runs them.
        long start = started == 0 ? now : started;
        long ran = now - start - waited;
        ExecutionStats stats =
                new ExecutionStats(requestId, operation, outcome, now - received - ran, ran, cost, nodes, statements);
        observations.report(stats, trace);
    }
}
