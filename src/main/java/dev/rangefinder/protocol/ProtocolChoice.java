package dev.rangefinder.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerOptions;

/**
 * Waits until Vert.x has chosen between HTTP/1.1 and HTTP/2, and then installs the strict handlers. Vert.x chooses at the end
 * of a TLS handshake, or at the first byte that differs from the preface of HTTP/2, so that bytes are passed to it one by one.
 */
@RegisterForReflection(fields = false) // Netty inspects which events it handles
final class ProtocolChoice extends ChannelInboundHandlerAdapter {

    private final HttpServerOptions limits;

    private ProtocolChoice(HttpServerOptions limits) {
        this.limits = limits;
    }

    /** Installs this handler on a new connection. */
    static void install(ChannelPipeline pipeline, HttpServerOptions limits) {
        ChannelHandlerContext tls = pipeline.context(SslHandler.class);
        if (tls == null) {
            pipeline.addFirst(new ProtocolChoice(limits));
        } else {
            pipeline.addAfter(tls.name(), null, new ProtocolChoice(limits));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        while (!isChosen(context.pipeline()) && bytes.isReadable()) {
            context.fireChannelRead(bytes.readRetainedSlice(1));
        }
        installHandlers(context);
        context.fireChannelRead(bytes);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.fireUserEventTriggered(event);
        installHandlers(context);
    }

    private static boolean isChosen(ChannelPipeline pipeline) {
        return pipeline.get(HttpRequestDecoder.class) != null || pipeline.get(Http2ConnectionHandler.class) != null;
    }

    private void installHandlers(ChannelHandlerContext context) {
        ChannelPipeline pipeline = context.pipeline();
        ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
        if (decoder != null) {
            // What the decoder has read of the first request is passed to its replacement.
            pipeline.replace(decoder.handler(), decoder.name(), new RequestDecoder(limits));
            pipeline.addAfter(pipeline.context(HttpResponseEncoder.class).name(), null, new Pipelining());
        }
        Http2Requests.install(pipeline);
        if (isChosen(pipeline)) {
            pipeline.remove(this);
        }
    }
}
