package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import java.util.List;

/**
 * In which of its forms a client gets an answer: RFC 9110, section 12.1.
 *
 * @param mediaType what the answer is written as
 * @param coding how its bytes are coded, when it may be kept
 */
public record Variant(MediaType mediaType, ContentCoding coding) {

    /** The one for a client with which nothing has been settled. */
    public static final Variant DEFAULT = new Variant(MediaType.JSON, ContentCoding.IDENTITY);

    /**
     * The one that the headers of a request ask for.
     *
     * @throws InputException when they accept no media type of ours
     */
    public static Variant of(MultiMap headers) {
        List<String> accept = headers.getAll(HttpHeaderNames.ACCEPT);
        return new Variant(
                Accept.preferred(String.join(",", accept)).orElseThrow(Variant::notAcceptable),
                ContentCoding.accepted(headers.getAll(HttpHeaderNames.ACCEPT_ENCODING)));
    }

    private static InputException notAcceptable() {
        return new InputException(
                ErrorCode.NOT_ACCEPTABLE,
                "Answers are application/graphql-response+json or application/json, in utf-8.");
    }
}
