package dev.rangefinder.engine;

import dev.rangefinder.engine.document.PreparedOperation;
import dev.rangefinder.transaction.ReadContext;
import graphql.GraphQLContext;
import java.util.Map;

/**
 * What one execution of an operation works with. graphql-java hands it on.
 *
 * @param operation what is executed
 * @param meter counts what it costs
 * @param size counts how large its answer becomes
 * @param reads what its rows are read with
 */
record OperationContext(PreparedOperation operation, Meter meter, AnswerSize size, ReadContext reads) {

    static OperationContext of(GraphQLContext context) {
        return context.get(OperationContext.class);
    }

    /** The entries of a context of graphql-java. */
    Map<?, Object> entries() {
        return Map.of(OperationContext.class, this);
    }
}
