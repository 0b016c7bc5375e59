package dev.rangefinder.protocol;

import io.netty.handler.codec.http.HttpResponseStatus;

/** A request violates HTTP. The message is sent to the client. */
final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient HttpResponseStatus status;

    MalformedException(HttpResponseStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    MalformedException(String message) {
        this(HttpResponseStatus.BAD_REQUEST, message);
    }

    HttpResponseStatus status() {
        return status;
    }
}
