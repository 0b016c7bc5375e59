package dev.rangefinder.protocol;

import dev.rangefinder.error.ErrorCode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;

/**
 * The response to a request that violates HTTP, in the format of all errors. It is the last on its connection, because the
 * beginning of the next request is unknown.
 *
 * @param message written into JSON without escaping
 */
record Rejection(HttpResponseStatus status, String message) {

    /** The response to a message that could not be decoded. */
    static Rejection of(Throwable cause) {
        if (cause instanceof MalformedException malformed) {
            return new Rejection(malformed.status(), malformed.getMessage());
        }
        if (cause instanceof TooLongHttpLineException) {
            return new Rejection(HttpResponseStatus.REQUEST_URI_TOO_LONG, "The URL is too long.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Rejection(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too long.");
        }
        return new Rejection(HttpResponseStatus.BAD_REQUEST, "The request is not valid HTTP (RFC 9112).");
    }

    /** The response to a malformed body. */
    static Rejection ofBody() {
        return new Rejection(HttpResponseStatus.BAD_REQUEST, "The chunked body is not valid HTTP (RFC 9112).");
    }

    FullHttpResponse response() {
        byte[] body = json().getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.DATE, HttpDate.now())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("x-content-type-options", "nosniff");
        return response;
    }

    private String json() {
        return "{\"errors\":[{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"" + ErrorCode.BAD_REQUEST
                + "\"}}]}";
    }
}
