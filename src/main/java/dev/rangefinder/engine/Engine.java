package dev.rangefinder.engine;

import dev.rangefinder.change.CatalogueApi;
import dev.rangefinder.change.Revision;
import dev.rangefinder.memory.OperationMemory;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.sql.DatabaseException;
import dev.rangefinder.sql.Outage;
import dev.rangefinder.sql.Snapshot;
import dev.rangefinder.sql.Snapshots;
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

/** Answers requests: each on the thread that calls, on one snapshot of the database. */
@ApplicationScoped
@Startup // the first client shall not wait for it
public class Engine {

    private final GraphQL graphQL;
    private final Snapshots snapshots;
    private final Documents documents;
    private final Deadlines deadlines;
    private final Limits limits;
    private final ErrorHandler errors;
    private final Outage outage = new Outage("The catalogue cannot be read");

    Engine(
            GraphQLSchema schema,
            Snapshots snapshots,
            Documents documents,
            Deadlines deadlines,
            Limits limits,
            ErrorHandler errors) {
        this.snapshots = snapshots;
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
            return read(snapshots.open(), cancellation, snapshot -> answer(request, snapshot, memory));
        } catch (RuntimeException | Error e) {
            return refused(e);
        }
    }

    private Answer answer(Request request, Snapshot snapshot, OperationMemory memory) {
        snapshot.readInto(memory);
        Meter meter = new Meter(request.isPriced());
        long atLeast = request.atLeast();
        if (!meter.asked || atLeast > 0 || snapshot.earliest() > 0) {
            Revision.tell(snapshot, atLeast, revision -> meter.revision = revision);
        }
        try {
            AnswerSize size = new AnswerSize(limits.answerSize().asLongValue(), memory, snapshot::isCancelled);
            return answerOf(graphQL.execute(input(request, meter, size)), meter, snapshot);
        } finally {
            tell(request, meter);
        }
    }

    /** Gives a snapshot to an operation: for as long as it may take, and as anybody waits for it. */
    private <T> T read(Snapshot snapshot, Cancellation cancellation, Function<Snapshot, T> operation) {
        deadlines.started(snapshot);
        try (snapshot) {
            cancellation.started(snapshot);
            try {
                return snapshots.read(snapshot, () -> operation.apply(snapshot));
            } finally {
                cancellation.ended();
                tell(snapshot);
            }
        } finally {
            deadlines.ended(snapshot); // to give the connection back may take as long as any statement
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

    private static void tell(Snapshot snapshot) {
        Observation observation = Observation.current();
        if (observation != null) {
            observation.ran(snapshot.statements(), snapshot.waited());
        }
    }

    private Answer refused(Throwable failure) {
        if (failure instanceof DatabaseException database && database.isOutage()) {
            outage.tell(database.failure());
        }
        return errors.refuse(failure);
    }

    private static ExecutionInput input(Request request, Meter meter, AnswerSize size) {
        return ExecutionInput.newExecutionInput()
                .query(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(Map.of(Request.class, request, Meter.class, meter, AnswerSize.class, size))
                .locale(Locale.ROOT)
                .build();
    }

    private Answer answerOf(ExecutionResult result, Meter meter, Snapshot snapshot) {
        Optional<DatabaseException> failure = snapshot.failure().filter(DatabaseException::isUnavailable);
        if (failure.isPresent()) {
            // What was read before is a part that nobody can tell from the whole.
            return refused(failure.get());
        }
        Answer answer = result.isDataPresent()
                ? Answer.executed(result.getData(), result.getErrors())
                : Answer.refused(result.getErrors());
        return meter.asked && answer.isExecuted()
                ? answer.with(Map.of("cost", cost(meter, snapshot)))
                : answer.at(meter.revision);
    }

    /**
     * The state that the catalogue has now, without waiting for operations. To be asked by one thread at a time.
     *
     * @param atLeast the number that the revision must have reached
     * @throws DatabaseException when the database does not tell, or has not reached it
     */
    public Revision revision(long atLeast, Cancellation cancellation) {
        return read(snapshots.openAtOnce(), cancellation, snapshot -> Revision.of(snapshot, atLeast));
    }

    private static Map<String, Object> cost(Meter meter, Snapshot snapshot) {
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("estimate", meter.estimate);
        cost.put("actual", meter.cost());
        cost.put("nodes", meter.nodes);
        cost.put("statements", snapshot.statements());
        if (!snapshot.hasFailed()) {
            cost.put("revision", CatalogueApi.revision());
        }
        return cost;
    }
}
