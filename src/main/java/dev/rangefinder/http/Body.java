package dev.rangefinder.http;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.serving.ContentCoding;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/**
 * Reads the body of one request, up to a maximum size and within a timeout, so that no client can exhaust the memory. It runs
 * on the event loop of the connection.
 */
final class Body {

    /** The connection of a client that sends more than this many times the limit is closed. */
    private static final int MAX_DISCARD_FACTOR = 16;

    private final HttpServerRequest request;
    private final long limit;
    private final BodyBytes bytes;
    private final Consumer<Body> whenRead;
    private final Consumer<InputException> whenRejected;
    private long arrived;
    private boolean rejected;

    private Body(
            HttpServerRequest request,
            long limit,
            BodyMemory memory,
            Consumer<Body> whenRead,
            Consumer<InputException> whenRejected) {
        this.request = request;
        this.limit = limit;
        this.bytes = new BodyBytes(memory);
        this.whenRead = whenRead;
        this.whenRejected = whenRejected;
    }

    /** Reads the body of a request, and then calls exactly one of the callbacks. */
    static void read(
            RoutingContext routing,
            HttpConfig config,
            BodyMemory memory,
            Consumer<Body> whenRead,
            Consumer<InputException> whenRejected) {
        HttpServerRequest request = routing.request();
        Vertx vertx = routing.vertx();
        Body body = new Body(request, config.maxBodySize().asLongValue(), memory, whenRead, whenRejected);
        long timer = vertx.setTimer(config.bodyTimeout().toMillis(), timeout -> body.timeOut());
        request.exceptionHandler(gone -> {
            vertx.cancelTimer(timer);
            body.bytes.release();
        });
        routing.addEndHandler(answered -> body.bytes.release());
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            body.end();
        });
        request.handler(body::add);
        body.checkDeclaredLength();
        body.sendContinue();
        request.resume();
    }

    /** Tells a client that waits for permission to send the body: RFC 9110, section 10.1.1. */
    private void sendContinue() {
        if (!rejected
                && request.headers().contains(HttpHeaderNames.EXPECT)
                && request.version() != HttpVersion.HTTP_1_0) {
            request.response().writeContinue();
        }
    }

    private void checkDeclaredLength() {
        String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            rejectSize();
        }
    }

    private void add(Buffer part) {
        arrived += part.length();
        if (!rejected) {
            store(part);
        } else if (arrived > MAX_DISCARD_FACTOR * limit) {
            request.connection().close();
        }
    }

    private void store(Buffer part) {
        if (arrived > limit) {
            rejectSize();
        } else if (!bytes.add(part)) {
            reject(new InputException(
                    ErrorCode.UNAVAILABLE, "The service is receiving too many bodies. Try again soon."));
        }
    }

    /** Takes the bytes, once, on the thread that parses the request. */
    byte[] take() {
        return bytes.take();
    }

    private void end() {
        if (!rejected) {
            whenRead.accept(this);
        }
    }

    private void rejectSize() {
        reject(ContentCoding.tooLarge(limit));
    }

    private void timeOut() {
        if (!rejected) {
            reject(new InputException(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time."));
        }
        request.connection().close();
    }

    private void reject(InputException rejection) {
        rejected = true;
        bytes.discard();
        whenRejected.accept(rejection);
    }
}
