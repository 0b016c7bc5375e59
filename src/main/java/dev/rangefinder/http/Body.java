package dev.rangefinder.http;

import dev.rangefinder.graphql.ErrorCode;
import dev.rangefinder.graphql.InputException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
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
    private final Consumer<byte[]> whenRead;
    private final Consumer<InputException> whenRefused;
    private final Buffer content = Buffer.buffer();
    private long arrived;
    private boolean refused;

    private Body(
            HttpServerRequest request, long limit, Consumer<byte[]> whenRead, Consumer<InputException> whenRefused) {
        this.request = request;
        this.limit = limit;
        this.whenRead = whenRead;
        this.whenRefused = whenRefused;
    }

    /** Reads the body of a request, and then calls exactly one of both. */
    static void read(
            HttpServerRequest request,
            Vertx vertx,
            HttpConfig config,
            Consumer<byte[]> whenRead,
            Consumer<InputException> whenRefused) {
        Body body = new Body(request, config.maxBodySize().asLongValue(), whenRead, whenRefused);
        long timer = vertx.setTimer(config.bodyTimeout().toMillis(), timeout -> body.timeOut());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            body.end();
        });
        request.handler(body::add);
        body.checkDeclared();
        request.resume();
    }

    private void checkDeclared() {
        String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            refuseSize();
        }
    }

    private void add(Buffer part) {
        arrived += part.length();
        if (!refused && arrived > limit) {
            refuseSize();
        }
        if (!refused) {
            content.appendBuffer(part);
        } else if (arrived > PATIENCE * limit) {
            request.connection().close();
        }
    }

    private void end() {
        if (!refused) {
            whenRead.accept(content.getBytes());
        }
    }

    private void refuseSize() {
        refuse(ErrorCode.BODY_TOO_LARGE, "The body is larger than " + limit + " bytes.");
    }

    private void timeOut() {
        if (!refused) {
            refuse(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
        }
        request.connection().close();
    }

    private void refuse(ErrorCode code, String message) {
        refused = true;
        whenRefused.accept(new InputException(code, message));
    }
}
