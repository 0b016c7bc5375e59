package dev.rangefinder.protocol;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection after its last response. A client that is still sending may never see the response if the connection is
 * closed at once (RFC 9112, section 9.6), so only the output is shut down at first.
 */
final class LastResponse {

    private static final long LINGER_MILLISECONDS = 1_000;

    private LastResponse() {}

    /** Closes a connection whose last response has been sent. */
    static void close(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(true);
        if (context.channel() instanceof DuplexChannel channel) {
            channel.shutdownOutput();
        }
        context.executor().schedule(() -> context.close(), LINGER_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
}
