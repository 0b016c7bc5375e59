package dev.rangefinder.serving;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.AnswerTooLargeException;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.CancelledException;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.memory.OperationMemory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Encodes answers as JSON, within the limits of size and time, and only while a client waits. */
@Singleton
public final class AnswerEncoder {

    private final long limit;
    private final long deadlineNanos;

    AnswerEncoder(Limits limits) {
        this.limit = limits.answerSize().asLongValue();
        this.deadlineNanos = limits.deadline().toNanos();
    }

    /** Stops the encoding when an answer becomes too large, takes too long, or is not needed any more. */
    private final class BoundedStream extends OutputStream {

        private final OutputStream target;
        private final Cancellation cancellation;
        private final long start;
        private long bytes;

        BoundedStream(OutputStream target, Cancellation cancellation, long start) {
            this.target = target;
            this.cancellation = cancellation;
            this.start = start;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            bytes += length;
            if (bytes > limit) {
                throw AnswerTooLargeException.encoded(limit);
            }
            if (cancellation.isCancelled() || System.nanoTime() - start > deadlineNanos) {
                throw new CancelledException();
            }
            target.write(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }

    /**
     * Encodes an answer as JSON in UTF-8.
     *
     * @param rows the memory that the answer occupies
     * @param cancellation stops the encoding as well
     * @param start when the operation started, by {@link System#nanoTime()}
     * @throws dev.rangefinder.error.InputException when the answer is too large
     * @throws dev.rangefinder.memory.MemoryShortageException when there is not enough memory
     */
    public Content encode(
            Answer answer, OperationMemory rows, ContentCoding coding, Cancellation cancellation, long start) {
        ContentStream stream = new ContentStream(rows.open());
        try {
            write(answer, new BoundedStream(coding.encoder(stream), cancellation, start));
            return stream.content();
        } catch (IOException e) {
            stream.discard();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            stream.discard();
            throw e;
        }
    }

    /** Encodes a rejection as JSON in UTF-8. It is small, so that no limit applies. */
    public static Content encode(Answer rejection) {
        ContentStream stream = new ContentStream(Memory.unlimited().open());
        try {
            write(rejection, stream);
            return stream.content();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but bytes in memory
        }
    }

    private static void write(Answer answer, OutputStream target) throws IOException {
        try (JsonGenerator json = Json.writer(target)) {
            answer.write(json);
        }
    }
}
