package dev.rangefinder.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.nio.CharBuffer;
import java.time.Duration;
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
    private final long initTimer;
    private boolean initialised;
    private boolean draining;
    private boolean closed;

    /**
     * A client that has just connected.
     *
     * @param connection the connection that the WebSocket uses
     * @param context its event loop
     */
    Socket(
            ServerWebSocket webSocket,
            ChannelHandlerContext connection,
            Context context,
            WebSocketConfig config,
            OperationRunner runner) {
        this.webSocket = webSocket;
        this.connection = connection;
        this.context = context;
        this.inbox = new Inbox(config.maxMessageSize().asLongValue());
        this.outbox = new Outbox(webSocket, connection.channel().config());
        this.operations = new Operations(runner, context, outbox, config.maxOperations(), this::close);
        this.keepAlive = new KeepAlive(context.owner(), webSocket, config.keepAlive(), this::abort);
        this.initTimer = context.owner().setTimer(config.initTimeout().toMillis(), timer -> checkInitialised());
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
            case CONNECTION_INIT -> initialise();
            case PING -> outbox.send(MessageWriter.pong(message.payload()));
            case PONG -> keepAlive.markAlive();
            case SUBSCRIBE -> subscribe(message.id(), Objects.requireNonNull(message.payload()));
            case COMPLETE -> operations.cancel(message.id());
        }
    }

    private void initialise() {
        if (initialised) {
            throw new ViolationException(CloseCode.TOO_MANY_INITS, "Too many initialisation requests");
        }
        initialised = true;
        outbox.send(MessageWriter.CONNECTION_ACK);
    }

    private void checkInitialised() {
        if (!initialised) {
            close(new ViolationException(CloseCode.INIT_TIMEOUT, "Connection initialisation timeout"));
        }
    }

    private void subscribe(String id, CharBuffer payload) {
        if (!initialised) {
            throw new ViolationException(CloseCode.UNAUTHORIZED, "Unauthorized");
        }
        // The client will reconnect and subscribe again.
        if (!draining) {
            operations.start(id, payload);
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
        context.owner().cancelTimer(initTimer);
        operations.cancelAll();
        outbox.close();
    }

    private void abort() {
        connection.close();
    }
}
