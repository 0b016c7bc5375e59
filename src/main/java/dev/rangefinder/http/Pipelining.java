package dev.rangefinder.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Bounds the requests that wait on one connection for the answers to those before them (RFC 9112, section 9.3.2). Vert.x keeps
 * them without end, so that a client that sends on and on and takes no answer would fill the memory; here it is not read until
 * it has taken some.
 */
@RegisterForReflection(fields = false) // Netty looks which events it handles
final class Pipelining extends ChannelDuplexHandler {

    /** More than any client sends that waits for answers. */
    private static final int MOST = 16;

    /** Requests whose answers the client has not taken; the first one is there before this handler is. */
    private int waiting = 1;

    private Pipelining() {}

    /** Bounds the connection of a request, from its first request on. HTTP/2 has bounds of its own. */
    static void bound(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            ChannelPipeline handlers = connection.channelHandlerContext().pipeline();
            if (handlers.get(Pipelining.class) == null) {
                handlers.addBefore(connection.channelHandlerContext().name(), null, new Pipelining());
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest && ++waiting > MOST) {
            context.channel().config().setAutoRead(false);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!(message instanceof LastHttpContent) || isInformational(message)) {
            context.write(message, promise);
            return;
        }
        context.write(message, promise.unvoid()).addListener(taken -> answered(context));
    }

    /** Such as the permission to send a body, which comes before the answer. */
    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void answered(ChannelHandlerContext context) {
        waiting--;
        if (waiting == MOST) {
            context.channel().config().setAutoRead(true);
        }
    }
}
