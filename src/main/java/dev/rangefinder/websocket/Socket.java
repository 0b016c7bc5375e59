package dev.rangefinder.websocket;

import dev.rangefinder.identity.Caller;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Serves one client by the GraphQL over WebSocket Protocol. It runs on the event loop of the connection. */
final class Socket {

    /** How long the client may take to answer the close frame. */
    private static final long CLOSE_TIMEOUT_MILLIS = 2_000;

    private final ServerWebSocket webSocket;
    private final ChannelHandlerContext connection;
    private final Context context;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Operations operations;
    private final KeepAlive keepAlive;
    private final Initialisation initialisation;
    private boolean draining;
    private boolean closed;

    /**
     * A client that has just connected.
     *
     * @param connection the connection that the WebSocket uses
     * @param context its event loop
     * @param authorization the {@code Authorization} headers of the opening handshake
     */
    Socket(
            ServerWebSocket webSocket,
            ChannelHandlerContext connection,
            Context context,
            WebSocketConfig config,
            OperationRunner runner,
            List<String> authorization) {
        this.webSocket = webSocket;
        this.connection = connection;
        this.context = context;
        this.inbox = new Inbox(config.maxMessageSize().asLongValue());
        this.outbox = new Outbox(webSocket, connection);
        this.operations = new Operations(runner, context, outbox, config.maxOperations(), this::close);
        this.keepAlive = new KeepAlive(context.owner(), webSocket, config.keepAlive(), this::abort);
        this.initialisation = new Initialisation(context, config.initTimeout(), runner, authorization, this::close);
    }

    /** Serves the client until the connection ends, and then runs a task. */
    void serve(Runnable whenEnded) {
        FrameErrorHandler.install(connection, this::close);
        webSocket.frameHandler(this::receive);
        webSocket.drainHandler(drained -> flush());
        webSocket.closeHandler(end -> {
            stop();
            whenEnded.run();
        });
        if (!WebSocketRoute.SUBPROTOCOL.equals(webSocket.subProtocol())) {
            close(new ViolationException(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, "Subprotocol not acceptable"));
        }
    }

    private void receive(WebSocketFrame frame) {
        if (closed) {
            return;
        }
        try {
            inbox.add(frame).map(Message::read).ifPresent(this::handle);
            flush();
        } catch (ViolationException violation) {
            close(violation);
        }
    }

    private void flush() {
        if (!closed) {
            keepAlive.markAlive();
            outbox.flush();
        }
    }

    private void handle(Message message) {
        switch (message.type()) {
            case CONNECTION_INIT -> initialisation.begin(message.payload(), this::acknowledge);
            case PING -> outbox.send(MessageWriter.pong(message.payload()));
            case PONG -> keepAlive.markAlive();
            case SUBSCRIBE -> subscribe(message.id(), Objects.requireNonNull(message.payload()));
            case COMPLETE -> operations.cancel(message.id());
        }
    }

    private void acknowledge() {
        outbox.send(MessageWriter.CONNECTION_ACK);
    }

    private void subscribe(String id, CharBuffer payload) {
        Caller caller = initialisation.caller();
        // The client will reconnect and subscribe again.
        if (!draining) {
            operations.start(id, payload, caller);
        }
    }

    /** Starts no more operations, and closes when none is active or the timeout ends. Called on any thread. */
    void drain(Duration timeout) {
        context.runOnContext(now -> {
            draining = true;
            operations.whenIdle(this::restart);
            context.owner().setTimer(Math.max(1, timeout.toMillis()), timer -> restart());
        });
    }

    private void restart() {
        close(new ViolationException(CloseCode.SERVICE_RESTART, "The service restarts. Connect again."));
    }

    private void close(ViolationException violation) {
        if (!closed) {
            stop();
            webSocket.close(violation.code().number(), violation.getMessage());
            context.owner().setTimer(CLOSE_TIMEOUT_MILLIS, timer -> abort());
        }
    }

    private void stop() {
        closed = true;
        keepAlive.stop();
        initialisation.stop();
        operations.cancelAll();
        outbox.close();
    }

    private void abort() {
        connection.close();
    }
}
