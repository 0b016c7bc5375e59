package dev.rangefinder.engine;

import dev.rangefinder.engine.schema.OperationFetcher;
import dev.rangefinder.engine.schema.PropertyFetcher;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLObjectType;
import java.util.Collection;

/**
 * Determines whether the statement of a relation is the last one of its operation, so that it can end the transaction in the
 * same round trip.
 */
final class LastStatement {

    private final ExecutionContext context;

    LastStatement(ExecutionContext context) {
        this.context = context;
    }

    /**
     * Whether a relation runs at most one statement, and no other statement follows.
     *
     * @param level the level of the relation
     * @param field the index of the relation in the level
     * @param reads the fan-out of the relation
     * @param others the levels that remain to be executed
     */
    boolean isOf(Level level, int field, FanOut reads, Collection<Level> others) {
        SelectedField[] fields = level.selection().fields();
        for (int later = field + 1; later < fields.length; later++) {
            if (mayRun(fields[later], level.fanOut().withCompanions())) {
                return false;
            }
        }
        return fields[field].completion().type() instanceof GraphQLObjectType
                && !runsSeveral(fields[field])
                && !mayRunBelow(fields[field], reads.withCompanions())
                && others.stream()
                        .noneMatch(other ->
                                mayRun(other.selection(), other.fanOut().withCompanions()));
    }

    private static boolean runsSeveral(SelectedField field) {
        return field.fetcher() instanceof OperationFetcher relation && relation.runsSeveralStatements();
    }

    private boolean mayRun(Selection selection, boolean withCompanions) {
        for (SelectedField field : selection.fields()) {
            if (mayRun(field, withCompanions)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayRun(SelectedField field, boolean withCompanions) {
        if (field.isTypeName() || field.isIntrospection()) {
            return false;
        }
        if (field.fetcher() instanceof PropertyFetcher property) {
            return property.runsStatement() || mayRunBelow(field, withCompanions);
        }
        return !(withCompanions && field.isCompanion(context)) || mayRunBelow(field, field.hasCompanions(context));
    }

    private boolean mayRunBelow(SelectedField field, boolean withCompanions) {
        if (field.completion().isLeaf()) {
            return false;
        }
        return !(field.completion().type() instanceof GraphQLObjectType type)
                || mayRun(field.below(type, context), withCompanions);
    }
}
