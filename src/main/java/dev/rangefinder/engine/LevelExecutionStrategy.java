package dev.rangefinder.engine;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rangefinder.admission.RequestPermits;
import dev.rangefinder.engine.document.DocumentSize;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.error.InputException;
import dev.rangefinder.memory.Memory;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLException;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Executes operations breadth first: all objects of a level at once, and each relation by one call with all its parents. The answer
 * is that of graphql-java's own strategies (GraphQL specification, chapter 6), with one statement for each relation.
 */
// Caffeine loads the class of a cache by name, and Quarkus does not register the ones with weak keys
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.WSMW", "com.github.benmanes.caffeine.cache.FSMW"})
final class LevelExecutionStrategy extends ExecutionStrategy {

    /** The cache is bounded by fields, because even short documents can have many of them in fragments. */
    private static final int MAX_CACHED_FIELDS = 100_000;

    /** Approximate memory of a cached field. */
    private static final int FIELD_BYTES = 400;

    /** The cache uses at most this part of the heap, as its reciprocal. */
    private static final int HEAP_PART = 16;

    /** The highest estimate of a small operation, which does not wait for larger ones. */
    private static final long SMALL = 1_000;

    /**
     * The part of the execution of an operation that does not depend on variables.
     *
     * @param selection the selected fields; null when they depend on variables
     * @param fields the number of fields
     */
    private record Plan(@Nullable Selection selection, int fields) {}

    private final ErrorHandler errors;
    private final Limits limits;
    private final Cache<OperationDefinition, Plan> plans = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(Memory.atMost((long) MAX_CACHED_FIELDS * FIELD_BYTES, HEAP_PART) / FIELD_BYTES)
            .weigher((OperationDefinition operation, Plan plan) -> plan.fields)
            .build();

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
        Plan plan = plans.getIfPresent(context.getOperationDefinition());
        Selection selection =
                plan == null || plan.selection == null ? selectionOf(context, parameters) : plan.selection;
        OperationCost estimate = OperationCost.of(selection, context);
        OperationContext operation = OperationContext.of(context.getGraphQLContext());
        Meter meter = operation.meter();
        meter.estimate = estimate.cost();
        long limit = isMutation(context) ? limits.cost() : limits.estimate();
        if (estimate.cost() > limit) {
            return completedFuture(new ExecutionResultImpl(DocumentSize.tooLarge(estimate.tooHigh(limit))));
        }
        if (estimate.cost() <= SMALL) {
            RequestPermits.expectSmall();
        }
        if (plan == null) {
            cache(context, selection, estimate.fields());
        }
        meter.limitTo(limits.cost());
        return completedFuture(run(new LevelExecution(context, parameters, errors, operation), selection, context));
    }

    /** A mutation whose payload could exceed the cost is rejected before it changes anything. */
    private static boolean isMutation(ExecutionContext context) {
        return context.getOperationDefinition().getOperation() == OperationDefinition.Operation.MUTATION;
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
        if (isMutation(context)) {
            OperationContext operation = OperationContext.of(context.getGraphQLContext());
            operation.changes().make(root, context);
            operation.readChanges();
        }
    }

    private static Selection selectionOf(ExecutionContext context, ExecutionStrategyParameters parameters) {
        GraphQLSchema schema = context.getGraphQLSchema();
        GraphQLObjectType root = isMutation(context) ? schema.getMutationType() : schema.getQueryType();
        return Selection.of(root, parameters.getFields(), schema);
    }

    private void cache(ExecutionContext context, Selection selection, int fields) {
        Plan plan = changesWithVariables(context) ? new Plan(null, 1) : new Plan(selection, fields);
        plans.put(context.getOperationDefinition(), plan);
    }

    private static boolean changesWithVariables(ExecutionContext context) {
        return context.getDocument().getDefinitions().stream().anyMatch(LevelExecutionStrategy::hasVariableDirective);
    }

    private static boolean hasVariableDirective(Node<?> node) {
        if (node instanceof Directive directive) {
            return directive.getArguments().stream()
                    .map(Argument::getValue)
                    .anyMatch(VariableReference.class::isInstance);
        }
        return node.getChildren().stream().anyMatch(LevelExecutionStrategy::hasVariableDirective);
    }
}
