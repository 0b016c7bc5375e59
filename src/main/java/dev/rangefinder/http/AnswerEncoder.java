package dev.rangefinder.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rangefinder.engine.Answer;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Writes answers as JSON, through memory that each thread uses again. */
final class AnswerEncoder {

    private static final int FIRST = 16 * 1024;
    private static final int LARGEST_KEPT = 1024 * 1024;

    private static final ThreadLocal<Bytes> BYTES = ThreadLocal.withInitial(Bytes::new);

    /** Bytes that can be copied from where they are. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes() {
            super(FIRST);
        }

        Buffer toBuffer() {
            return Buffer.buffer(count).appendBytes(buf, 0, count);
        }

        void clear() {
            reset();
            if (buf.length > LARGEST_KEPT) {
                buf = new byte[FIRST];
            }
        }
    }

    private AnswerEncoder() {}

    /** An answer as JSON in UTF-8. */
    static Buffer encode(Answer answer) throws IOException {
        Bytes bytes = BYTES.get();
        try (JsonGenerator json = Json.writer(bytes)) {
            answer.write(json);
            json.flush();
            return bytes.toBuffer();
        } finally {
            bytes.clear();
        }
    }
}
