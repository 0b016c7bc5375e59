package dev.rangefinder.engine;

import dev.rangefinder.change.CatalogueApi;
import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.engine.document.PreparedDocument;
import dev.rangefinder.engine.document.PreparedOperation;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.memory.OperationMemory;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadTransaction;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Executes operations with graphql-java, by the {@link LevelExecutionStrategy}. */
final class OperationExecutor {

    private final GraphQL graphQL;
    private final Limits limits;

    OperationExecutor(GraphQLSchema schema, Limits limits, ErrorHandler errors) {
        this.limits = limits;
        LevelExecutionStrategy strategy = new LevelExecutionStrategy(errors, limits);
        this.graphQL = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(strategy)
                .mutationExecutionStrategy(strategy)
                .subscriptionExecutionStrategy(strategy)
                .defaultDataFetcherExceptionHandler(errors)
                .preparsedDocumentProvider((input, prepare) ->
                        CompletableFuture.completedFuture(OperationContext.of(input.getGraphQLContext())
                                .operation()
                                .entry()))
                .instrumentation(SimplePerformantInstrumentation.INSTANCE)
                .build();
    }

    /**
     * Executes an operation in the transaction of a context.
     *
     * @param source the event that a subscription is executed for; null to subscribe, and for other operations
     * @throws DatabaseException when the database is unavailable: a client could not tell a partial answer from a complete one
     */
    Answer execute(
            PreparedOperation operation,
            @Nullable CatalogueEvent source,
            Changes changes,
            ReadContext reads,
            OperationMemory memory) {
        Request request = operation.request();
        ReadTransaction transaction = reads.transaction();
        Meter meter = new Meter(request.requestsCost());
        reads.limitCounts(limits.count());
        long atLeast = request.atLeast();
        boolean isAsOf = transaction.moment() != null;
        if (!meter.asked || atLeast > 0 || transaction.minimumRevision() > 0 || isAsOf) {
            Revision.report(transaction, isAsOf ? 0 : atLeast, revision -> meter.revision = revision);
        }
        AnswerSize size = new AnswerSize(limits.answerSize().asLongValue(), memory, transaction.running()::isCancelled);
        OperationContext context = new OperationContext(operation, changes, meter, size, reads);
        try {
            return answerOf(graphQL.execute(input(context, source)), context);
        } finally {
            record(operation, meter);
        }
    }

    private static ExecutionInput input(OperationContext context, @Nullable CatalogueEvent source) {
        Request request = context.operation().request();
        return ExecutionInput.newExecutionInput()
                .query(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(context.entries())
                .root(source)
                .locale(Locale.ROOT)
                .build();
    }

    private static Answer answerOf(ExecutionResult result, OperationContext context) {
        ReadTransaction transaction = context.reads().transaction();
        Optional<DatabaseException> failure = transaction.failure();
        if (failure.isPresent() && failure.get().isUnavailable()) {
            throw failure.get();
        }
        Answer answer = result.isDataPresent()
                ? Answer.executed(result.getData(), result.getErrors())
                : Answer.rejected(result.getErrors());
        return context.meter().asked && answer.isExecuted()
                ? answer.with(Map.of("cost", cost(context)))
                : answer.from(cacheableDocument(context), context.meter().revision, transaction.moment());
    }

    private static @Nullable PreparedDocument cacheableDocument(OperationContext context) {
        boolean isExcluded = context.reads().transaction().running().isExcludedFromCaches();
        return isExcluded ? null : context.operation().document();
    }

    private static Map<String, Object> cost(OperationContext context) {
        Meter meter = context.meter();
        ReadTransaction transaction = context.reads().transaction();
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("estimate", meter.estimate);
        cost.put("actual", meter.cost());
        cost.put("nodes", meter.nodes);
        cost.put("statements", transaction.running().statements());
        if (transaction.failure().isEmpty()) {
            cost.put("revision", CatalogueApi.revision());
        }
        return cost;
    }

    private static void record(PreparedOperation operation, Meter meter) {
        Observation observation = Observation.current();
        if (observation != null) {
            observation.identify(operation.operation());
            observation.recordCost(meter.cost(), meter.nodes);
        }
    }
}
