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
 * The body of one request while it arrives. It is held up to a limit only, and waited for up to a time only, so that no
 * client can fill the memory. All of it runs on the event loop of the connection.
 */
final class Body {

    /** How many times the limit a client may send, and not be read, before the connection is cut. */
    private static final int PATIENCE = 16;

    private final HttpServerRequest request;
    private final long limit;
    private final BodyBytes bytes;
    private final Consumer<Body> whenRead;
    private final Consumer<InputException> whenRefused;
    private long arrived;
    private boolean refused;

    private Body(
            HttpServerRequest request,
            long limit,
            BodyMemory memory,
            Consumer<Body> whenRead,
            Consumer<InputException> whenRefused) {
        this.request = request;
        this.limit = limit;
        this.bytes = new BodyBytes(memory);
        this.whenRead = whenRead;
        this.whenRefused = whenRefused;
    }

    /** Reads the body of a request, and then calls exactly one of both. */
    static void read(
            RoutingContext routing,
            HttpConfig config,
            BodyMemory memory,
            Consumer<Body> whenRead,
            Consumer<InputException> whenRefused) {
        HttpServerRequest request = routing.request();
        Vertx vertx = routing.vertx();
        Body body = new Body(request, config.maxBodySize().asLongValue(), memory, whenRead, whenRefused);
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
        body.checkDeclared();
        body.permit();
        request.resume();
    }

    /** Tells a client that waits for it to send the body: RFC 9110, section 10.1.1. */
    private void permit() {
        if (!refused
                && request.headers().contains(HttpHeaderNames.EXPECT)
                && request.version() != HttpVersion.HTTP_1_0) {
            request.response().writeContinue();
        }
    }

    private void checkDeclared() {
        String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            refuseSize();
        }
    }

    private void add(Buffer part) {
        arrived += part.length();
        if (!refused) {
            hold(part);
        } else if (arrived > PATIENCE * limit) {
            request.connection().close();
        }
    }

    private void hold(Buffer part) {
        if (arrived > limit) {
            refuseSize();
        } else if (!bytes.add(part)) {
            refuse(new InputException(ErrorCode.UNAVAILABLE, "The service has too much to read. Try again soon."));
        }
    }

    /** The bytes. They are read once, on the thread that reads the request: until then the body is in memory. */
    byte[] take() {
        return bytes.take();
    }

    private void end() {
        if (!refused) {
            whenRead.accept(this);
        }
    }

    private void refuseSize() {
        refuse(ContentCoding.tooLarge(limit));
    }

    private void timeOut() {
        if (!refused) {
            refuse(new InputException(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time."));
        }
        request.connection().close();
    }

    private void refuse(InputException refusal) {
        refused = true;
        bytes.drop();
        whenRefused.accept(refusal);
    }
}
