package dev.rangefinder.engine;

import dev.rangefinder.engine.schema.ConcreteTypes;
import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.engine.schema.PropertyFetcher;
import dev.rangefinder.transaction.ReadContext;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The highest possible cost of an operation, estimated before it runs: 1 for each object that its answer can have, 1 for each
 * statement, and 1 for each value in a filter. The page size multiplies the cost of all fields below a connection; a list that is
 * not paginated counts as {@value #LIST} items. Most operations cost far less, as the {@link Meter} measures.
 */
final class OperationCost {

    /** The assumed number of items of a list that is not paginated. */
    static final int LIST = 5;

    /** Higher than any limit, and low enough to avoid overflow. */
    private static final long CEILING = 1_000_000_000_000L;

    private final ExecutionContext context;
    private final ReadContext reads;
    private final int maxFields;
    private final Deque<SelectedField> path = new ArrayDeque<>();
    private long cost;
    private int fields;
    private long largest;
    private List<SelectedField> largestList = List.of();

    private OperationCost(ExecutionContext context, int maxFields) {
        this.context = context;
        this.reads = OperationContext.of(context.getGraphQLContext()).reads();
        this.maxFields = maxFields;
    }

    /**
     * Estimates the cost of an operation. The number of its fields grows with each interface inside another by the number of
     * possible types, so that the estimate ends when there are too many.
     */
    static OperationCost of(Selection selection, ExecutionContext context, int maxFields) {
        OperationCost estimate = new OperationCost(context, maxFields);
        estimate.add(selection, 1, 1);
        return estimate;
    }

    long cost() {
        return cost;
    }

    /** The number of fields of the operation, on all possible types of its objects. */
    int fields() {
        return fields;
    }

    /** Whether it has more fields than permitted; then the cost is that of some of them. */
    boolean hasTooManyFields() {
        return fields > maxFields;
    }

    /** Returns the error message for an estimate that exceeds a limit. */
    String tooHigh(long limit) {
        String list = largestList.stream().map(SelectedField::key).collect(Collectors.joining("."));
        return "The operation may cost " + cost + "; the limit is " + limit + ". Its largest list is `" + list
                + "`, with up to " + largest + " objects. Request fewer with `first`.";
    }

    private void add(Selection selection, long objects, long page) {
        reads.use((long) SelectionCache.FIELD_BYTES * selection.fields().length);
        for (SelectedField field : selection.fields()) {
            fields++;
            if (hasTooManyFields()) {
                return;
            }
            if (runsStatement(field)) {
                cost++;
            }
            if (!field.completion().isLeaf() && !field.isIntrospection()) {
                path.addLast(field);
                add(field, objects, page);
                path.removeLast();
            }
        }
    }

    private void add(SelectedField field, long objects, long page) {
        long size = page;
        long each = field.completion().item() == null ? 1 : page;
        if (field.fetcher() instanceof LevelFetcher) {
            ListArguments arguments = argumentsOf(field);
            size = arguments.page();
            cost = Math.min(CEILING, cost + arguments.conditions() + arguments.representations());
            each = field.completion().item() == null ? 1 : arguments.list(LIST);
        }
        long below = Math.min(CEILING, objects * each);
        noteList(field, Math.min(CEILING, below * size));
        cost = Math.min(CEILING, cost + below);
        long before = cost;
        long highest = before;
        for (GraphQLObjectType type : typesOf(field)) {
            cost = before;
            add(field.below(type, context), below, size);
            highest = Math.max(highest, cost);
        }
        cost = highest;
    }

    private void noteList(SelectedField field, long objects) {
        if (field.isPaged() && objects > largest) {
            largest = objects;
            largestList = List.copyOf(path);
        }
    }

    private ListArguments argumentsOf(SelectedField field) {
        try {
            return new ListArguments(field.arguments(context));
        } catch (RuntimeException e) {
            return new ListArguments(Map.of()); // execution reports invalid arguments
        }
    }

    private static boolean runsStatement(SelectedField field) {
        return field.fetcher() instanceof LevelFetcher
                || field.fetcher() instanceof PropertyFetcher property && property.runsStatement();
    }

    private List<GraphQLObjectType> typesOf(SelectedField field) {
        return ConcreteTypes.possible(field.completion().type(), context.getGraphQLSchema());
    }
}
