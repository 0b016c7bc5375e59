package dev.rangefinder.websocket;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;

/**
 * Asks a client regularly whether it is there (RFC 6455, section 5.5.2), and ends the connection when nothing was heard
 * from it, and nothing taken by it, since it was asked the last time.
 */
final class KeepAlive {

    private final Vertx vertx;
    private final ServerWebSocket webSocket;
    private final Runnable whenGone;
    private final long timer;
    private boolean alive = true;

    KeepAlive(Vertx vertx, ServerWebSocket webSocket, Duration period, Runnable whenGone) {
        this.vertx = vertx;
        this.webSocket = webSocket;
        this.whenGone = whenGone;
        this.timer = vertx.setPeriodic(period.toMillis(), tick -> ask());
    }

    private void ask() {
        if (!alive) {
            whenGone.run();
            return;
        }
        alive = false;
        webSocket.writePing(Buffer.buffer());
    }

    /** The client gave a sign of life. */
    void renew() {
        alive = true;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
