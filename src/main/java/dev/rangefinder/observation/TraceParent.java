package dev.rangefinder.observation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the trace that a request belongs to: W3C Trace Context, section 3.2. */
final class TraceParent {

    private static final String NAME = "traceparent";

    /** The carrier is the value of the header itself. */
    private static final TextMapGetter<String> HEADER = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(String header) {
            return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String header, String key) {
            return key.equals(NAME) ? header : null;
        }
    };

    private TraceParent() {}

    /** The span in a {@code traceparent} header; an invalid one when there is none to continue. */
    static SpanContext of(@Nullable String header) {
        return header == null
                ? SpanContext.getInvalid()
                : Span.fromContext(W3CTraceContextPropagator.getInstance().extract(Context.root(), header, HEADER))
                        .getSpanContext();
    }
}
