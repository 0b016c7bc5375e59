package dev.rangefinder.engine;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.rangefinder.admission.RequestPermits;
import dev.rangefinder.engine.document.DocumentSize;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.engine.schema.SubscriptionFetcher;
import dev.rangefinder.error.InputException;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLException;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.introspection.Introspection;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Executes operations breadth first: all objects of a level at once, and each relation by one call with all its parents. The answer
 * is that of graphql-java's own strategies (GraphQL specification, chapter 6), with one statement for each relation.
 */
final class LevelExecutionStrategy extends ExecutionStrategy {

    /** The highest estimate of a small operation, which does not wait for larger ones. */
    private static final long SMALL = 1_000;

    private final ErrorHandler errors;
    private final Limits limits;
    private final SelectionCache selections = new SelectionCache();

    /** Creates a strategy that passes failures of fields to a handler, and rejects operations that exceed a limit. */
    LevelExecutionStrategy(ErrorHandler errors, Limits limits) {
        super(errors);
        this.errors = errors;
        this.limits = limits;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        Optional<ExecutionResult> rejected = Introspection.isIntrospectionSensible(parameters.getFields(), context);
        if (rejected.isPresent()) {
            return completedFuture(rejected.get());
        }
        SelectionCache.Entry cached = selections.find(context);
        Selection selection =
                cached == null || cached.selection() == null ? selectionOf(context, parameters) : cached.selection();
        OperationCost estimate = OperationCost.of(selection, context, limits.parts());
        if (estimate.hasTooManyFields()) {
            return completedFuture(new ExecutionResultImpl(DocumentSize.tooLarge("The operation has more than "
                    + limits.parts() + " fields on all possible types of its objects.")));
        }
        OperationContext operation = OperationContext.of(context.getGraphQLContext());
        Meter meter = operation.meter();
        meter.estimate = estimate.cost();
        // A mutation whose payload could exceed the cost is rejected before it changes anything.
        long limit = isOf(Operation.MUTATION, context) ? limits.cost() : limits.estimate();
        if (estimate.cost() > limit) {
            return completedFuture(new ExecutionResultImpl(DocumentSize.tooLarge(estimate.tooHigh(limit))));
        }
        if (estimate.cost() <= SMALL) {
            RequestPermits.expectSmall();
        }
        if (cached == null) {
            selections.put(context, selection, estimate.fields());
        }
        meter.limitTo(limits.cost());
        boolean subscribes = isOf(Operation.SUBSCRIPTION, context) && parameters.getSource() == null;
        return completedFuture(
                subscribes
                        ? subscribe(selection, context)
                        : run(new LevelExecution(context, parameters, errors, operation), selection, context));
    }

    private static boolean isOf(Operation type, ExecutionContext context) {
        return context.getOperationDefinition().getOperation() == type;
    }

    private ExecutionResult run(LevelExecution execution, Selection selection, ExecutionContext context) {
        try {
            makeChanges(selection, context);
            return new ExecutionResultImpl(execution.run(selection), context.getErrors());
        } catch (OperationAbortedException e) {
            return new ExecutionResultImpl(e.toError());
        } catch (InputException | GraphQLException e) {
            return new ExecutionResultImpl(errors.toError(e));
        }
    }

    private static void makeChanges(Selection root, ExecutionContext context) {
        if (isOf(Operation.MUTATION, context)) {
            OperationContext operation = OperationContext.of(context.getGraphQLContext());
            operation.changes().make(root, context);
            operation.readChanges();
        }
    }

    /** The data of the result are the events. For each of them the operation is executed again, with the event as its source. */
    private ExecutionResult subscribe(Selection root, ExecutionContext context) {
        SelectedField field = root.fields()[0];
        try {
            SubscriptionFetcher fetcher = (SubscriptionFetcher) field.fetcher();
            return new ExecutionResultImpl(fetcher.subscribe(argumentsOf(field, context)), context.getErrors());
        } catch (Exception e) {
            return new ExecutionResultImpl(errors.toError(e));
        }
    }

    /** A client that has lost its connection sends the cursor of the last event beside the document. */
    private static Map<String, Object> argumentsOf(SelectedField field, ExecutionContext context) {
        String lastEventId = OperationContext.of(context.getGraphQLContext())
                .operation()
                .request()
                .lastEventId();
        if (lastEventId == null) {
            return field.arguments(context);
        }
        Map<String, Object> arguments = new HashMap<>(field.arguments(context));
        arguments.put("after", lastEventId);
        return arguments;
    }

    private static Selection selectionOf(ExecutionContext context, ExecutionStrategyParameters parameters) {
        GraphQLSchema schema = context.getGraphQLSchema();
        GraphQLObjectType root = switch (context.getOperationDefinition().getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
        return Selection.of(root, parameters.getFields().getSubFieldsList(), schema);
    }
}
