package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
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

    private static final ResponseVariant EVENTS = new ResponseVariant(MediaType.EVENT_STREAM, ContentCoding.IDENTITY);

    /**
     * The variant that the headers of a request prefer.
     *
     * @throws InputException when they accept none of our media types
     */
    public static ResponseVariant of(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> accept = headers.getAll(HttpHeaderNames.ACCEPT);
        MediaType mediaType = Accept.preferred(String.join(",", accept)).orElseThrow(ResponseVariant::notAcceptable);
        if (mediaType == MediaType.EVENT_STREAM) {
            // A response to HEAD has no events.
            return request.method() == HttpMethod.HEAD ? DEFAULT : EVENTS;
        }
        return new ResponseVariant(mediaType, ContentCoding.accepted(headers.getAll(HttpHeaderNames.ACCEPT_ENCODING)));
    }

    /** Whether answers are sent as events. */
    public boolean isOfEvents() {
        return mediaType == MediaType.EVENT_STREAM;
    }

    private static InputException notAcceptable() {
        return new InputException(
                ErrorCode.NOT_ACCEPTABLE,
                "Responses are application/graphql-response+json, application/json or text/event-stream, in UTF-8.");
    }
}
