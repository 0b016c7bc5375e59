package dev.rangefinder.engine;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.document.PreparedOperation;
import dev.rangefinder.transaction.ReadContext;
import graphql.GraphQLContext;
import java.util.Map;

/** The state of one execution of an operation, passed on by graphql-java. */
record OperationContext(PreparedOperation operation, Changes changes, Meter meter, AnswerSize size, ReadContext reads) {

    static OperationContext of(GraphQLContext context) {
        return context.get(OperationContext.class);
    }

    /** Requires of the reads that follow the revision of the changes that were made. */
    void readChanges() {
        changes.revision().ifPresent(made -> {
            meter.revision = made;
            long atLeast = Math.max(made.number(), operation.request().atLeast());
            Revision.report(reads.transaction(), atLeast, revision -> meter.revision = revision);
        });
    }

    /** The entries for the context of graphql-java. */
    Map<?, Object> entries() {
        return Map.of(OperationContext.class, this);
    }
}
