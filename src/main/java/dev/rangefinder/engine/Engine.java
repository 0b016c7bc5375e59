package dev.rangefinder.engine;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.document.AskedMoment;
import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.engine.document.PreparedOperation;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.engine.schema.Executable;
import dev.rangefinder.memory.OperationMemory;
import dev.rangefinder.mutation.Mutations;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.OutageLog;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.RunningRead;
import graphql.schema.GraphQLSchema;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers requests, each on the calling thread. What an operation selects is read in one transaction. */
@ApplicationScoped
@Startup // so that the first request does not wait for its initialization
public class Engine {

    private final ReadContexts contexts;
    private final Moments moments;
    private final Documents documents;
    private final Deadlines deadlines;
    private final Mutations mutations;
    private final Duration deadline;
    private final ErrorHandler errors;
    private final OperationExecutor executor;
    private final OutageLog outage = new OutageLog("The catalogue cannot be read");

    Engine(
            @Executable GraphQLSchema schema,
            ReadContexts contexts,
            Documents documents,
            Deadlines deadlines,
            Mutations mutations,
            Limits limits,
            ErrorHandler errors) {
        this.contexts = contexts;
        this.moments = new Moments(contexts);
        this.documents = documents;
        this.deadlines = deadlines;
        this.mutations = mutations;
        this.deadline = limits.deadline();
        this.errors = errors;
        this.executor = new OperationExecutor(schema, limits, errors);
    }

    /**
     * Answers a request. All failures become errors in the answer.
     *
     * @param found the moment that the request asks for; null if it asks for none, or has not been resolved
     */
    public Answer answer(Request request, @Nullable Moment found, Cancellation cancellation, OperationMemory memory) {
        return answer(request, null, found, cancellation, memory);
    }

    /** Answers a request in the same way; a subscription for one of its events. */
    public Answer answer(
            Request request,
            @Nullable CatalogueEvent event,
            @Nullable Moment found,
            Cancellation cancellation,
            OperationMemory memory) {
        try {
            ReadContext context = contexts.open(memory);
            return read(context, cancellation, () -> {
                PreparedOperation operation = documents.prepare(request);
                Changes changes = new Changes(mutations, request, System.nanoTime() + deadline.toNanos());
                AskedMoment asked = found == null ? operation.asOf() : null;
                Supplier<Answer> execution = () -> executor.execute(operation, event, changes, context, memory);
                Answer answer = asked == null
                        ? contexts.read(context, found, execution)
                        : moments.read(asked, request.atLeast(), context, execution);
                answer.revision().ifPresent(moments::observe);
                return answer;
            });
        } catch (RuntimeException | Error e) {
            return reject(e);
        }
    }

    private Answer reject(Throwable failure) {
        if (failure instanceof DatabaseException database && database.isOutage()) {
            outage.report(database.failure());
        }
        return errors.reject(failure);
    }

    /**
     * Reads the current revision of the catalogue without waiting for operations. To be called by one thread at a time.
     *
     * @param atLeast the minimum revision
     * @throws DatabaseException when the database is unavailable, or has not reached that revision
     */
    public Revision revision(long atLeast, Cancellation cancellation) {
        ReadContext context = contexts.openAtOnce();
        return read(
                context, cancellation, () -> contexts.read(context, () -> Revision.of(context.transaction(), atLeast)));
    }

    /**
     * Finds the moment that a request asks for, without waiting for operations. To be called by one thread at a time.
     *
     * @throws InputException when there is no such moment
     * @throws DatabaseException when the database is unavailable, or has not reached that revision
     */
    public Moment moment(AskedMoment asked, Cancellation cancellation) {
        ReadContext context = contexts.openAtOnce();
        return read(context, cancellation, () -> moments.find(asked, 0, context));
    }

    /** Runs an operation that is cancelled at its deadline, or when its client disconnects. */
    private <T> T read(ReadContext context, Cancellation cancellation, Supplier<T> operation) {
        RunningRead running = context.transaction().running();
        deadlines.started(running);
        try (context) {
            cancellation.started(running);
            try {
                return operation.get();
            } finally {
                cancellation.ended();
                record(running);
            }
        } finally {
            deadlines.ended(running); // releasing the connection may take as long as any statement
        }
    }

    private static void record(RunningRead running) {
        Observation observation = Observation.current();
        if (observation != null) {
            observation.addStatements(running.statements(), running.waited());
        }
    }
}
