package dev.rangefinder.websocket;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;

/**
 * Pings a client regularly (RFC 6455, section 5.5.2), and ends the connection when the client has neither sent nor read
 * anything since the last ping.
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
        this.timer = vertx.setPeriodic(period.toMillis(), tick -> ping());
    }

    private void ping() {
        if (!alive) {
            whenGone.run();
            return;
        }
        alive = false;
        webSocket.writePing(Buffer.buffer());
    }

    /** Records that the client has sent or read something. */
    void markAlive() {
        alive = true;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
