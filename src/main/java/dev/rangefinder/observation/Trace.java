package dev.rangefinder.observation;

import dev.rangefinder.relay.Connection;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one operation. Attributes follow OpenTelemetry's semantic conventions for GraphQL; others begin with
 * {@code rangefinder}. A document appears as its hash only, because it may contain private values.
 */
public final class Trace {

    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("graphql.operation.type");
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("graphql.operation.name");
    private static final AttributeKey<String> DOCUMENT = AttributeKey.stringKey("graphql.document.hash");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("rangefinder.request.id");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("rangefinder.outcome");
    private static final AttributeKey<Long> COST = AttributeKey.longKey("rangefinder.cost");
    private static final AttributeKey<Long> NODES = AttributeKey.longKey("rangefinder.nodes");
    private static final AttributeKey<Long> STATEMENTS = AttributeKey.longKey("rangefinder.statements");
    private static final AttributeKey<String> FIELD_TYPE = AttributeKey.stringKey("graphql.field.parent");
    private static final AttributeKey<String> FIELD = AttributeKey.stringKey("graphql.field.name");
    private static final AttributeKey<Long> PARENTS = AttributeKey.longKey("rangefinder.parents");
    private static final AttributeKey<Long> ROWS = AttributeKey.longKey("rangefinder.rows");

    private final Tracer tracer;
    private final Span span;
    private final Context context;

    Trace(Tracer tracer, Span span) {
        this.tracer = tracer;
        this.span = span;
        this.context = Context.root().with(span);
    }

    String id() {
        return span.getSpanContext().getTraceId();
    }

    /**
     * Records how a field is resolved for all objects of a level.
     *
     * @param type the type of the field's parents
     * @param parents the number of objects
     * @param fetch returns the value of the field for each of them
     */
    public List<?> level(String type, String field, int parents, Callable<List<?>> fetch) throws Exception {
        Span level = tracer.spanBuilder(type + '.' + field)
                .setParent(context)
                .setAttribute(FIELD_TYPE, type)
                .setAttribute(FIELD, field)
                .setAttribute(PARENTS, (long) parents)
                .startSpan();
        try {
            List<?> values = fetch.call();
            level.setAttribute(ROWS, values.stream().mapToLong(Trace::rows).sum());
            return values;
        } catch (Exception e) {
            // Its message may contain private values.
            level.setStatus(StatusCode.ERROR).setAttribute(ERROR, e.getClass().getName());
            throw e;
        } finally {
            level.end();
        }
    }

    private static long rows(@Nullable Object value) {
        if (value instanceof Connection<?> connection) {
            return connection.size();
        }
        if (value instanceof Collection<?> items) {
            return items.size();
        }
        return value == null ? 0 : 1;
    }

    void end(ExecutionStats stats) {
        OperationIdentity operation = stats.operation();
        if (operation != null) {
            span.updateName(operation.type());
            span.setAttribute(TYPE, operation.type());
            span.setAttribute(NAME, operation.name());
            span.setAttribute(DOCUMENT, "sha256:" + operation.document());
        }
        span.setAttribute(REQUEST, stats.requestId());
        span.setAttribute(OUTCOME, stats.outcome().name());
        span.setAttribute(COST, stats.cost());
        span.setAttribute(NODES, (long) stats.nodes());
        span.setAttribute(STATEMENTS, (long) stats.statements());
        stats.outcome().codes().stream().findFirst().ifPresent(code -> span.setAttribute(ERROR, code.name()));
        if (stats.outcome().isFailure()) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
