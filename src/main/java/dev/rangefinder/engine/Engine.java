package dev.rangefinder.engine;

import dev.rangefinder.change.CatalogueApi;
import dev.rangefinder.change.Revision;
import dev.rangefinder.memory.OperationMemory;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.sql.DatabaseException;
import dev.rangefinder.sql.Outage;
import dev.rangefinder.sql.ReadContext;
import dev.rangefinder.sql.ReadContexts;
import dev.rangefinder.sql.ReadTransaction;
import dev.rangefinder.sql.RunningRead;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.schema.GraphQLSchema;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers requests: each on the thread that calls, in one transaction. */
@ApplicationScoped
@Startup // the first client shall not wait for it
public class Engine {

    private final GraphQL graphQL;
    private final ReadContexts reads;
    private final Documents documents;
    private final Deadlines deadlines;
    private final Limits limits;
    private final ErrorHandler errors;
    private final Outage outage = new Outage("The catalogue cannot be read");

    Engine(
            GraphQLSchema schema,
            ReadContexts reads,
            Documents documents,
            Deadlines deadlines,
            Limits limits,
            ErrorHandler errors) {
        this.reads = reads;
        this.documents = documents;
        this.deadlines = deadlines;
        this.limits = limits;
        this.errors = errors;
        this.graphQL = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new LevelExecutionStrategy(errors, limits))
                .defaultDataFetcherExceptionHandler(errors)
                .preparsedDocumentProvider(documents)
                .instrumentation(SimplePerformantInstrumentation.INSTANCE)
                .build();
    }

    /** Answers a request, in some memory. Whatever goes wrong is an error in the answer. */
    public Answer answer(Request request, Cancellation cancellation, OperationMemory memory) {
        try {
            return read(reads.open(memory), cancellation, context -> answer(request, context, memory));
        } catch (RuntimeException | Error e) {
            return refused(e);
        }
    }

    private Answer answer(Request request, ReadContext context, OperationMemory memory) {
        Meter meter = new Meter(request.isPriced());
        long atLeast = request.atLeast();
        ReadTransaction transaction = context.transaction();
        if (!meter.asked || atLeast > 0 || transaction.earliest() > 0) {
            Revision.tell(transaction, atLeast, revision -> meter.revision = revision);
        }
        try {
            AnswerSize size =
                    new AnswerSize(limits.answerSize().asLongValue(), memory, transaction.running()::isCancelled);
            return answerOf(
                    graphQL.execute(input(new OperationContext(request, meter, size, context))), meter, transaction);
        } finally {
            tell(request, meter);
        }
    }

    /** Gives a context to an operation: for as long as it may take, and as anybody waits for it. */
    private <T> T read(ReadContext context, Cancellation cancellation, Function<ReadContext, T> operation) {
        RunningRead running = context.transaction().running();
        deadlines.started(running);
        try (context) {
            cancellation.started(running);
            try {
                return reads.read(context, () -> operation.apply(context));
            } finally {
                cancellation.ended();
                tell(running);
            }
        } finally {
            deadlines.ended(running); // to give the connection back may take as long as any statement
        }
    }

    private void tell(Request request, Meter meter) {
        Observation observation = Observation.current();
        if (observation != null) {
            documents
                    .known(request.query())
                    .ifPresent(document -> observation.identify(document.operation(request.operationName())));
            observation.priced(meter.cost(), meter.nodes);
        }
    }

    private static void tell(RunningRead running) {
        Observation observation = Observation.current();
        if (observation != null) {
            observation.ran(running.statements(), running.waited());
        }
    }

    private Answer refused(Throwable failure) {
        if (failure instanceof DatabaseException database && database.isOutage()) {
            outage.tell(database.failure());
        }
        return errors.refuse(failure);
    }

    private static ExecutionInput input(OperationContext operation) {
        Request request = operation.request();
        return ExecutionInput.newExecutionInput()
                .query(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(operation.entries())
                .locale(Locale.ROOT)
                .build();
    }

    private Answer answerOf(ExecutionResult result, Meter meter, ReadTransaction transaction) {
        Optional<DatabaseException> failure = transaction.failure().filter(DatabaseException::isUnavailable);
        if (failure.isPresent()) {
            // What was read before is a part that nobody can tell from the whole.
            return refused(failure.get());
        }
        Answer answer = result.isDataPresent()
                ? Answer.executed(result.getData(), result.getErrors())
                : Answer.refused(result.getErrors());
        return meter.asked && answer.isExecuted()
                ? answer.with(Map.of("cost", cost(meter, transaction)))
                : answer.at(meter.revision);
    }

    /**
     * The state that the catalogue has now, without waiting for operations. To be asked by one thread at a time.
     *
     * @param atLeast the number that the revision must have reached
     * @throws DatabaseException when the database does not tell, or has not reached it
     */
    public Revision revision(long atLeast, Cancellation cancellation) {
        return read(reads.openAtOnce(), cancellation, context -> Revision.of(context.transaction(), atLeast));
    }

    private static Map<String, Object> cost(Meter meter, ReadTransaction transaction) {
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
}
