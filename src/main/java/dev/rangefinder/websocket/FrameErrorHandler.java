package dev.rangefinder.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.function.Consumer;

/**
 * Reports malformed frames. Vert.x would close the connection without a reason, and clients would reconnect and send the same
 * again.
 */
@RegisterForReflection(fields = false) // Netty inspects which events it handles
final class FrameErrorHandler extends ChannelInboundHandlerAdapter {

    private final Consumer<ViolationException> whenMalformed;

    private FrameErrorHandler(Consumer<ViolationException> whenMalformed) {
        this.whenMalformed = whenMalformed;
    }

    /** Handles the errors of a connection. Frames after a malformed one are ignored. */
    static void install(ChannelHandlerContext connection, Consumer<ViolationException> whenMalformed) {
        connection.pipeline().addBefore(connection.name(), "frame errors", new FrameErrorHandler(whenMalformed));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException malformed) {
            whenMalformed.accept(violation(malformed.closeStatus()));
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private static ViolationException violation(WebSocketCloseStatus status) {
        return WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(status)
                ? new ViolationException(CloseCode.MESSAGE_TOO_BIG, "The message is too large.")
                : new ViolationException(CloseCode.PROTOCOL_ERROR, "The frame is malformed.");
    }
}
