package dev.rangefinder.engine;

import dev.rangefinder.engine.document.PreparedOperation;
import dev.rangefinder.transaction.ReadContext;
import graphql.GraphQLContext;
import java.util.Map;

/** The state of one execution of an operation, passed on by graphql-java. */
record OperationContext(PreparedOperation operation, Meter meter, AnswerSize size, ReadContext reads) {

    static OperationContext of(GraphQLContext context) {
        return context.get(OperationContext.class);
    }

    /** The entries for the context of graphql-java. */
    Map<?, Object> entries() {
        return Map.of(OperationContext.class, this);
    }
}
