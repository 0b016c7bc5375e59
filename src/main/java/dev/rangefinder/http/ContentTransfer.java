package dev.rangefinder.http;

import dev.rangefinder.serving.Content;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/**
 * Sends content as the body of a response, as fast as the client reads it, until a timeout. Nothing is queued that the client
 * is not ready to read. It runs on the event loop of the connection.
 */
final class ContentTransfer {

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Content content;
    private final Context context;
    private int nextChunk;
    private long timer;
    private boolean finished;

    private ContentTransfer(HttpServerRequest request, Content content, Context context) {
        this.request = request;
        this.response = request.response();
        this.content = content;
        this.context = context;
    }

    /** Sends content in the response to a request, and releases it afterwards; on any thread. */
    static void send(HttpServerRequest request, Content content, Context context, Duration timeout) {
        HttpServerResponse response = request.response();
        if (content.chunks() == 1) {
            response.end(content.chunk(0)).onComplete(sent -> content.release());
            return;
        }
        response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Long.toString(content.length()));
        ContentTransfer transfer = new ContentTransfer(request, content, context);
        context.runOnContext(now -> transfer.start(timeout));
    }

    private void start(Duration timeout) {
        if (response.closed()) {
            content.release();
            return;
        }
        timer = context.owner().setTimer(timeout.toMillis(), late -> abort(request));
        response.closeHandler(closed -> end());
        response.drainHandler(taken -> flush());
        flush();
    }

    /**
     * Ends a response in such a way that its client notices that it is incomplete. Over HTTP/1.1, a reset would first wait for the
     * client to read what was written, as would a close.
     */
    static void abort(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }

    private void flush() {
        while (nextChunk < content.chunks() && !response.writeQueueFull()) {
            write(content.chunk(nextChunk++));
        }
    }

    private void write(Buffer piece) {
        if (nextChunk < content.chunks()) {
            response.write(piece);
        } else {
            response.end(piece).onComplete(sent -> end());
        }
    }

    private void end() {
        if (!finished) {
            finished = true;
            nextChunk = content.chunks();
            context.owner().cancelTimer(timer);
            content.release();
        }
    }
}
