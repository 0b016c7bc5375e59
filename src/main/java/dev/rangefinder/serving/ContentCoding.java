package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * The content codings of bodies: RFC 9110, section 8.4. Requests may use any of them; so may answers, each with
 * an entity tag of its own.
 */
public enum ContentCoding {
    /** Not encoded. */
    IDENTITY {
        @Override
        public byte[] decode(byte[] body, long limit) {
            return body;
        }

        @Override
        OutputStream encoder(OutputStream target) {
            return target;
        }
    },
    /** Compressed: RFC 1952. */
    GZIP {
        @Override
        public byte[] decode(byte[] body, long limit) {
            return GzipReader.read(body, limit);
        }

        @Override
        OutputStream encoder(OutputStream target) throws IOException {
            return new GZIPOutputStream(target, BUFFER_SIZE);
        }
    };

    /** The size of the buffer for compressed bytes. */
    private static final int BUFFER_SIZE = 8 * 1024;

    /** The codings of requests, as the value of a header. */
    public static final CharSequence SUPPORTED = HttpHeaders.createOptimized("gzip");

    /** A stream that encodes what is written to it, and is complete once it is closed. */
    abstract OutputStream encoder(OutputStream target) throws IOException;

    /** Encodes a body that is sent more than once. */
    public byte[] encode(byte[] body) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream target = encoder(encoded)) {
            target.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    /**
     * Decodes a body.
     *
     * @param limit the maximum size of the decoded body, in bytes
     * @throws InputException when the decoded body is larger, or the body is malformed
     */
    public abstract byte[] decode(byte[] body, long limit);

    /**
     * The coding of a request, by the values of its {@code Content-Encoding}. Combinations are not supported: each coding
     * multiplies the size of the body, and no client needs them. Nor is {@code deflate}, which is ambiguous.
     *
     * @throws InputException when the coding is not supported
     */
    public static ContentCoding of(List<String> header) {
        return switch (String.join(",", header).strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            default ->
                throw new InputException(ErrorCode.UNSUPPORTED_CODING, "The only supported Content-Encoding is gzip.");
        };
    }

    /** The coding for a client, by the values of its {@code Accept-Encoding}. */
    public static ContentCoding accepted(List<String> headers) {
        String header = headers.size() == 1 ? headers.get(0) : String.join(",", headers);
        if (!header.contains("gzip")) {
            return IDENTITY;
        }
        boolean accepted = MediaRange.listOf(header).stream()
                .anyMatch(range -> range.type().equals("gzip") && range.weight() > 0);
        return accepted ? GZIP : IDENTITY;
    }

    /** The error for a body that exceeds a limit. */
    public static InputException tooLarge(long limit) {
        return new InputException(ErrorCode.BODY_TOO_LARGE, "The body is larger than " + limit + " bytes.");
    }
}
