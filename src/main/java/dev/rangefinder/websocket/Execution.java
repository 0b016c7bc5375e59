package dev.rangefinder.websocket;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.graphql.ErrorCode;
import dev.rangefinder.graphql.InputException;
import dev.rangefinder.http.PersistedDocuments;
import dev.rangefinder.http.RequestId;
import dev.rangefinder.http.RequestReader;
import dev.rangefinder.http.Workers;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Observations;
import dev.rangefinder.observation.Outcome;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/** Executes operations by the same workers, documents and engine as requests over HTTP. */
@Singleton
final class Execution {

    private final Workers workers;
    private final PersistedDocuments documents;
    private final Engine engine;
    private final ErrorHandler errors;
    private final Observations observations;

    Execution(
            Workers workers,
            PersistedDocuments documents,
            Engine engine,
            ErrorHandler errors,
            Observations observations) {
        this.workers = workers;
        this.documents = documents;
        this.engine = engine;
        this.errors = errors;
        this.observations = observations;
    }

    /**
     * Runs a task on a worker.
     *
     * @throws InputException when there are too many already
     */
    void start(Runnable task) {
        workers.execute(task);
    }

    /**
     * Executes an operation on the thread that calls.
     *
     * @param payload that of the message that asks for it
     * @return the messages for the client; none when it does not want them any more
     * @throws ViolationException when the payload is no request
     */
    List<String> run(String id, CharBuffer payload, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return List.of();
        }
        Observation observation = observations.begin(RequestId.of(null), null);
        List<String> messages = new ArrayList<>();
        observation.observe(() -> messages.addAll(answer(id, payload, cancellation, observation)));
        return messages;
    }

    private List<String> answer(String id, CharBuffer payload, Cancellation cancellation, Observation observation) {
        try {
            Answer answer = engine.answer(RequestReader.ofMessage(payload, documents), cancellation);
            observation.ended(cancellation.isCancelled() ? Outcome.ABANDONED : answer.outcome());
            return MessageWriter.answer(id, answer);
        } catch (InputException e) {
            if (e.code() == ErrorCode.BAD_REQUEST || e.code() == ErrorCode.MALFORMED_JSON) {
                throw new ViolationException(CloseCode.BAD_MESSAGE, String.valueOf(e.getMessage()));
            }
            return refuse(id, e, observation);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Nobody else would tell the client, which must not wait for an answer that never comes.
            return refuse(id, new IllegalStateException("The operation was not answered", e), observation);
        }
    }

    private List<String> refuse(String id, Exception failure, Observation observation) {
        Answer answer = errors.refuse(failure);
        observation.ended(answer.outcome());
        return write(id, answer);
    }

    /** The message that an operation is not executed. */
    List<String> refuse(String id, Exception failure) {
        return write(id, errors.refuse(failure));
    }

    private static List<String> write(String id, Answer answer) {
        try {
            return MessageWriter.answer(id, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but text in memory
        }
    }
}
