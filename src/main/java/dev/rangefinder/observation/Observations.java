package dev.rangefinder.observation;

import io.opentelemetry.api.trace.SpanContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Creates observations, and reports the statistics of operations that have ended. */
@Singleton
public class Observations {

    private final OperationMetrics metrics;
    private final SlowOperations slow;
    private final Tracing tracing;

    Observations(OperationMetrics metrics, SlowOperations slow, Tracing tracing) {
        this.metrics = metrics;
        this.slow = slow;
        this.tracing = tracing;
    }

    /**
     * Starts an observation when a request arrives.
     *
     * @param requestId identifies the request in logs
     * @param traceParent the header {@code traceparent}; null when the request has none
     */
    public Observation begin(String requestId, @Nullable String traceParent) {
        return new Observation(this, requestId, TraceParent.of(traceParent));
    }

    @Nullable Trace trace(SpanContext parent, long waited) {
        return tracing.begin(parent, waited);
    }

    void report(ExecutionStats stats, @Nullable Trace trace) {
        metrics.record(stats);
        slow.log(stats);
        if (trace != null) {
            trace.end(stats);
        }
    }
}
