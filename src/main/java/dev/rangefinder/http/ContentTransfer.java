package dev.rangefinder.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * Sends content as the body of a response, as fast as the client takes it, and for so long only. No more than the client
 * takes is handed to the network. All of it runs on the event loop of the connection.
 */
final class ContentTransfer {

    private final HttpServerResponse response;
    private final Content content;
    private final Context context;
    private int next;
    private long timer;
    private boolean ended;

    private ContentTransfer(HttpServerResponse response, Content content, Context context) {
        this.response = response;
        this.content = content;
        this.context = context;
    }

    /** Sends content, which is released afterwards; called on any thread. */
    static void send(HttpServerResponse response, Content content, Context context, Duration timeout) {
        if (content.pieces() == 1) {
            response.end(content.piece(0)).onComplete(sent -> content.release());
            return;
        }
        response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Long.toString(content.length()));
        ContentTransfer transfer = new ContentTransfer(response, content, context);
        context.runOnContext(now -> transfer.start(timeout));
    }

    private void start(Duration timeout) {
        if (response.closed()) {
            content.release();
            return;
        }
        timer = context.owner().setTimer(timeout.toMillis(), late -> response.reset());
        response.closeHandler(closed -> end());
        response.drainHandler(taken -> flush());
        flush();
    }

    private void flush() {
        while (next < content.pieces() && !response.writeQueueFull()) {
            write(content.piece(next++));
        }
    }

    private void write(Buffer piece) {
        if (next < content.pieces()) {
            response.write(piece);
        } else {
            response.end(piece).onComplete(sent -> end());
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            next = content.pieces();
            context.owner().cancelTimer(timer);
            content.release();
        }
    }
}
