package dev.rangefinder.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.function.Consumer;

/**
 * Tells of frames that cannot be read. Vert.x would cut the connection without a word, and clients would connect and send
 * the same again.
 */
@RegisterForReflection(fields = false) // Netty looks which events it handles
final class BrokenFrames extends ChannelInboundHandlerAdapter {

    private final Consumer<ViolationException> whenBroken;

    private BrokenFrames(Consumer<ViolationException> whenBroken) {
        this.whenBroken = whenBroken;
    }

    /** Watches the frames of a client. Those behind a broken one are passed over. */
    static void watch(ChannelHandlerContext connection, Consumer<ViolationException> whenBroken) {
        connection.pipeline().addBefore(connection.name(), "broken frames", new BrokenFrames(whenBroken));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            whenBroken.accept(violation(broken.closeStatus()));
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private static ViolationException violation(WebSocketCloseStatus status) {
        return WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(status)
                ? new ViolationException(CloseCode.MESSAGE_TOO_BIG, "The message is too big.")
                : new ViolationException(CloseCode.PROTOCOL_ERROR, "The frame is broken.");
    }
}
