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

/** Writes answers as JSON, for as long as that may take, and as anybody waits for it. */
@Singleton
public final class AnswerEncoder {

    private final long limit;
    private final long nanoseconds;

    AnswerEncoder(Limits limits) {
        this.limit = limits.answerSize().asLongValue();
        this.nanoseconds = limits.deadline().toNanos();
    }

    /** Looks, as bytes pass, whether there are too many, and whether they are still wanted. */
    private final class Watch extends OutputStream {

        private final OutputStream to;
        private final Cancellation cancellation;
        private final long start;
        private long bytes;

        Watch(OutputStream to, Cancellation cancellation, long start) {
            this.to = to;
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
            if (cancellation.isCancelled() || System.nanoTime() - start > nanoseconds) {
                throw new CancelledException();
            }
            to.write(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }

    /**
     * An answer as JSON in UTF-8, coded.
     *
     * @param rows the memory that the answer is in
     * @param cancellation ends it as well
     * @param start when the operation began, by {@link System#nanoTime()}
     * @throws dev.rangefinder.error.InputException when it becomes too large, or takes too long
     * @throws dev.rangefinder.memory.MemoryShortageException when there is no memory for it
     */
    Content encode(Answer answer, OperationMemory rows, ContentCoding coding, Cancellation cancellation, long start) {
        ContentStream stream = new ContentStream(rows.open());
        try {
            write(answer, new Watch(coding.encoder(stream), cancellation, start));
            return stream.content();
        } catch (IOException e) {
            stream.discard();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            stream.discard();
            throw e;
        }
    }

    /** A refusal, as JSON in UTF-8. It is small, so that nothing keeps it from being told. */
    public static Content encode(Answer refusal) {
        ContentStream stream = new ContentStream(Memory.unlimited().open());
        try {
            write(refusal, stream);
            return stream.content();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but bytes in memory
        }
    }

    private static void write(Answer answer, OutputStream to) throws IOException {
        try (JsonGenerator json = Json.writer(to)) {
            answer.write(json);
        }
    }
}
