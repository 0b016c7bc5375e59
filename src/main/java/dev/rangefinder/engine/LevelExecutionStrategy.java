package dev.rangefinder.engine;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rangefinder.admission.RequestPermits;
import dev.rangefinder.engine.document.DocumentSize;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.memory.Memory;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLSchema;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Executes queries breadth first: all objects of one level together, each relation of the document by one call with all
 * its parents. It gives the same answer as graphql-java's own strategy (GraphQL specification, chapter 6), in as many
 * statements as the document has relations.
 */
// Caffeine finds the code of a bounded cache by its name, and Quarkus does not register that of one with weak keys
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.WSMW", "com.github.benmanes.caffeine.cache.FSMW"})
final class LevelExecutionStrategy extends ExecutionStrategy {

    /** The most fields that are kept. Short documents can have many, through their fragments. */
    private static final int FIELDS = 100_000;

    /** About what one takes, and all of them of the heap at the most, as its reciprocal. */
    private static final int FIELD = 400;

    private static final int PART = 16;

    /** An operation that may cost no more is a small one, which does not wait for those that are not. */
    private static final long SMALL = 1_000;

    /**
     * How an operation is executed, as far as its variables do not matter.
     *
     * @param selection what it selects; null when that depends on the variables
     * @param fields how many fields it has
     */
    private record Plan(@Nullable Selection selection, int fields) {}

    private final ErrorHandler errors;
    private final Limits limits;
    private final Cache<OperationDefinition, Plan> plans = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(Memory.atMost((long) FIELDS * FIELD, PART) / FIELD)
            .weigher((OperationDefinition operation, Plan plan) -> plan.fields)
            .build();

    /** A strategy that tells failures of fields to a handler, and refuses what costs more than a limit. */
    LevelExecutionStrategy(ErrorHandler errors, Limits limits) {
        super(errors);
        this.errors = errors;
        this.limits = limits;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        Optional<ExecutionResult> refused = Introspection.isIntrospectionSensible(parameters.getFields(), context);
        if (refused.isPresent()) {
            return completedFuture(refused.get());
        }
        Plan plan = plans.getIfPresent(context.getOperationDefinition());
        Selection selection =
                plan == null || plan.selection == null ? selectionOf(context, parameters) : plan.selection;
        OperationCost estimate = OperationCost.of(selection, context);
        OperationContext operation = OperationContext.of(context.getGraphQLContext());
        Meter meter = operation.meter();
        meter.estimate = estimate.cost();
        if (estimate.cost() > limits.estimate()) {
            return completedFuture(
                    new ExecutionResultImpl(DocumentSize.tooLarge(estimate.complaint(limits.estimate()))));
        }
        if (estimate.cost() <= SMALL) {
            RequestPermits.expectSmall();
        }
        if (plan == null) {
            remember(context, selection, estimate.fields());
        }
        meter.stopAt(limits.cost());
        return completedFuture(run(new LevelExecution(context, parameters, errors, operation), selection, context));
    }

    private static ExecutionResult run(LevelExecution execution, Selection selection, ExecutionContext context) {
        try {
            return new ExecutionResultImpl(execution.run(selection), context.getErrors());
        } catch (OperationAbortedException e) {
            return new ExecutionResultImpl(e.toError());
        }
    }

    private static Selection selectionOf(ExecutionContext context, ExecutionStrategyParameters parameters) {
        GraphQLSchema schema = context.getGraphQLSchema();
        return Selection.of(schema.getQueryType(), parameters.getFields(), schema);
    }

    private void remember(ExecutionContext context, Selection selection, int fields) {
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
