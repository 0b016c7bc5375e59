package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * How the bytes of a body are coded: RFC 9110, section 8.4. Requests may come in each; answers that may be kept go out in
 * each, with an entity tag of its own.
 */
public enum ContentCoding {
    /** As they are. */
    IDENTITY {
        @Override
        public byte[] decode(byte[] body, long limit) {
            return body;
        }

        @Override
        OutputStream encoder(OutputStream coded) {
            return coded;
        }
    },
    /** Compressed: RFC 1952. */
    GZIP {
        @Override
        public byte[] decode(byte[] body, long limit) {
            return GzipReader.read(body, limit);
        }

        @Override
        OutputStream encoder(OutputStream coded) throws IOException {
            return new GZIPOutputStream(coded, BLOCK);
        }
    };

    /** How many coded bytes are handed on at a time. */
    private static final int BLOCK = 8 * 1024;

    /** What clients are told of the codings that a request may have. */
    public static final CharSequence SUPPORTED = HttpHeaders.createOptimized("gzip");

    /** Codes what is written, once it is closed all of it. */
    abstract OutputStream encoder(OutputStream coded) throws IOException;

    /**
     * What a coded body stands for.
     *
     * @param limit how many bytes that may be
     * @throws InputException when it is more than that, or the body is not coded this way
     */
    public abstract byte[] decode(byte[] body, long limit);

    /**
     * The one of a request, by the values of its {@code Content-Encoding}. Several, one over the other, are not read: each
     * multiplies what a few bytes stand for, and no client needs them. Nor is {@code deflate}, which means two things.
     *
     * @throws InputException when it is not supported
     */
    public static ContentCoding of(List<String> header) {
        return switch (String.join(",", header).strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            default ->
                throw new InputException(ErrorCode.UNSUPPORTED_CODING, "The body may be coded by gzip, or not at all.");
        };
    }

    /** The one for a client, by the values of its {@code Accept-Encoding}. */
    public static ContentCoding accepted(List<String> headers) {
        String header = headers.size() == 1 ? headers.get(0) : String.join(",", headers);
        if (!header.contains("gzip")) {
            return IDENTITY;
        }
        boolean accepted = MediaRange.listOf(header).stream()
                .anyMatch(range -> range.type().equals("gzip") && range.weight() > 0);
        return accepted ? GZIP : IDENTITY;
    }

    /** The error for content that is larger than a limit. */
    public static InputException tooLarge(long limit) {
        return new InputException(ErrorCode.BODY_TOO_LARGE, "The body is larger than " + limit + " bytes.");
    }
}
