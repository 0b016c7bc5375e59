package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLObjectType;
import java.util.Collection;

/**
 * Finds out whether the statement of a relation is the last one of its operation, so that it can end the transaction and
 * no round trip is left for that.
 */
final class LastStatement {

    private final ExecutionContext context;

    LastStatement(ExecutionContext context) {
        this.context = context;
    }

    /**
     * Whether a relation runs one statement at most, and nothing runs another after it.
     *
     * @param field which of the fields of the selection the relation is
     * @param others what else is left to be executed
     */
    boolean isOf(Selection selection, int field, Collection<LevelExecution.Level> others) {
        SelectedField relation = selection.fields()[field];
        for (int later = field + 1; later < selection.fields().length; later++) {
            if (mayRun(selection.fields()[later])) {
                return false;
            }
        }
        return relation.completion().type() instanceof GraphQLObjectType
                && !mayRunBelow(relation)
                && others.stream().noneMatch(level -> mayRun(level.selection()));
    }

    private boolean mayRun(Selection selection) {
        for (SelectedField field : selection.fields()) {
            if (mayRun(field)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayRun(SelectedField field) {
        if (field.isTypeName() || field.isIntrospection()) {
            return false;
        }
        return !(field.fetcher() instanceof PropertyFetcher property) || property.runsStatement() || mayRunBelow(field);
    }

    private boolean mayRunBelow(SelectedField field) {
        if (field.completion().isLeaf()) {
            return false;
        }
        return !(field.completion().type() instanceof GraphQLObjectType type) || mayRun(field.below(type, context));
    }
}
