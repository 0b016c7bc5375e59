package dev.rangefinder.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How the bytes of answers that may be kept are coded: RFC 9110, section 8.4. Each coding has an entity tag of its own. */
enum Coding {
    IDENTITY {
        @Override
        Buffer encode(Buffer body) {
            return body;
        }
    },
    GZIP {
        @Override
        Buffer encode(Buffer body) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length() / 4);
            try (OutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(body.getBytes());
            }
            return Buffer.buffer(bytes.toByteArray());
        }
    };

    /** The coded form of a body. */
    abstract Buffer encode(Buffer body) throws IOException;

    /** The one for a client, by the value of its {@code Accept-Encoding}; null when there is none. */
    static Coding accepted(@Nullable String header) {
        if (header == null || !header.contains("gzip")) {
            return IDENTITY;
        }
        boolean accepted = MediaRange.listOf(header).stream()
                .anyMatch(range -> range.type().equals("gzip") && range.weight() > 0);
        return accepted ? GZIP : IDENTITY;
    }
}
