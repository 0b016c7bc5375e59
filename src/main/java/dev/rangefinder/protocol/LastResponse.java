package dev.rangefinder.protocol;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection after its last answer. A client that still sends may never see the answer when the connection is closed at
 * once (RFC 9112, section 9.6), so that it is told first that no more comes.
 */
final class LastResponse {

    private static final long LINGER_MILLISECONDS = 1_000;

    private LastResponse() {}

    /** Ends a connection whose last answer has been sent. */
    static void sent(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(true);
        if (context.channel() instanceof DuplexChannel channel) {
            channel.shutdownOutput();
        }
        context.executor().schedule(() -> context.close(), LINGER_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
}
