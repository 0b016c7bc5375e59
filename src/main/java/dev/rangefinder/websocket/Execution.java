package dev.rangefinder.websocket;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.engine.Request;
import dev.rangefinder.graphql.ErrorCode;
import dev.rangefinder.graphql.InputException;
import dev.rangefinder.http.PersistedDocuments;
import dev.rangefinder.http.RequestReader;
import dev.rangefinder.http.Workers;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** Executes operations by the same workers, documents and engine as requests over HTTP. */
@Singleton
final class Execution {

    private final Workers workers;
    private final PersistedDocuments documents;
    private final Engine engine;
    private final ErrorHandler errors;

    Execution(Workers workers, PersistedDocuments documents, Engine engine, ErrorHandler errors) {
        this.workers = workers;
        this.documents = documents;
        this.engine = engine;
        this.errors = errors;
    }

    /**
     * Runs a task on a worker.
     *
     * @throws InputException when there are too many already
     */
    void start(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            throw new InputException(ErrorCode.UNAVAILABLE, "The service has too much to do. Try again soon.");
        }
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
        try {
            Request request = RequestReader.ofMessage(payload, documents);
            return MessageWriter.answer(id, engine.answer(request, cancellation));
        } catch (InputException e) {
            if (e.code() == ErrorCode.BAD_REQUEST || e.code() == ErrorCode.MALFORMED_JSON) {
                throw new ViolationException(CloseCode.BAD_MESSAGE, String.valueOf(e.getMessage()));
            }
            return refuse(id, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Nobody else would tell the client, which must not wait for an answer that never comes.
            return refuse(id, new IllegalStateException("The operation was not answered", e));
        }
    }

    /** The message that an operation is not executed. */
    List<String> refuse(String id, Exception failure) {
        try {
            return MessageWriter.answer(id, Answer.refused(List.of(errors.toError(failure))));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but text in memory
        }
    }
}
