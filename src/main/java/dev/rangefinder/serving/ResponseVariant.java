package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import java.util.List;

/**
 * The representation of answers that a client accepts: RFC 9110, section 12.1.
 *
 * @param mediaType the media type of the answer
 * @param coding the content coding of an answer that was executed
 */
public record ResponseVariant(MediaType mediaType, ContentCoding coding) {

    /** For clients that have not negotiated another. */
    public static final ResponseVariant DEFAULT = new ResponseVariant(MediaType.JSON, ContentCoding.IDENTITY);

    /**
     * The variant that the headers of a request prefer.
     *
     * @throws InputException when they accept none of our media types
     */
    public static ResponseVariant of(MultiMap headers) {
        List<String> accept = headers.getAll(HttpHeaderNames.ACCEPT);
        return new ResponseVariant(
                Accept.preferred(String.join(",", accept)).orElseThrow(ResponseVariant::notAcceptable),
                ContentCoding.accepted(headers.getAll(HttpHeaderNames.ACCEPT_ENCODING)));
    }

    private static InputException notAcceptable() {
        return new InputException(
                ErrorCode.NOT_ACCEPTABLE,
                "Responses are application/graphql-response+json or application/json, in UTF-8.");
    }
}
