package dev.rangefinder.protocol;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.HttpConversionUtil;

/** Checks requests of HTTP/2 by the same rules as those of HTTP/1.1. To the rest of RFC 9113 Netty and Vert.x see. */
final class Http2Requests extends Http2FrameListenerDecorator {

    private final Http2ConnectionHandler handler;

    private Http2Requests(Http2ConnectionHandler handler) {
        super(handler.decoder().frameListener());
        this.handler = handler;
    }

    /** Checks what comes on a connection, if it is one by HTTP/2. */
    static void watch(ChannelPipeline pipeline) {
        Http2ConnectionHandler handler = pipeline.get(Http2ConnectionHandler.class);
        if (handler != null && !(handler.decoder().frameListener() instanceof Http2Requests)) {
            handler.decoder().frameListener(new Http2Requests(handler));
        }
    }

    /** With the first settings Vert.x puts another listener there. */
    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        super.onSettingsRead(context, settings);
        watch(context.pipeline());
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean endOfStream)
            throws Http2Exception {
        if (isAccepted(context, stream, headers)) {
            super.onHeadersRead(context, stream, headers, padding, endOfStream);
        }
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int stream,
            Http2Headers headers,
            int dependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean endOfStream)
            throws Http2Exception {
        if (isAccepted(context, stream, headers)) {
            super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, endOfStream);
        }
    }

    /** Answers a request that is not accepted. Trailers are none. */
    private boolean isAccepted(ChannelHandlerContext context, int stream, Http2Headers headers) {
        try {
            if (headers.method() != null && headers.path() != null) {
                RequestHead.check(headers);
            }
            return true;
        } catch (MalformedException malformed) {
            refuse(context, stream, Rejection.of(malformed));
            return false;
        }
    }

    private void refuse(ChannelHandlerContext context, int stream, Rejection refusal) {
        FullHttpResponse response = refusal.response();
        Http2Headers headers = HttpConversionUtil.toHttp2Headers(response, true);
        handler.encoder().writeHeaders(context, stream, headers, 0, false, context.newPromise());
        handler.encoder()
                .writeData(context, stream, response.content(), 0, true, context.newPromise())
                .addListener(sent -> {
                    // The rest of the request is not wanted.
                    if (sent.isSuccess()) {
                        handler.resetStream(context, stream, Http2Error.NO_ERROR.code(), context.newPromise());
                    }
                    context.flush();
                });
        context.flush();
    }
}
