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

/** Checks HTTP/2 requests by the same rules as HTTP/1.1 requests. Netty and Vert.x enforce the rest of RFC 9113. */
final class Http2Requests extends Http2FrameListenerDecorator {

    private final Http2ConnectionHandler handler;

    private Http2Requests(Http2ConnectionHandler handler) {
        super(handler.decoder().frameListener());
        this.handler = handler;
    }

    /** Checks the requests of a connection, if it uses HTTP/2. */
    static void install(ChannelPipeline pipeline) {
        Http2ConnectionHandler handler = pipeline.get(Http2ConnectionHandler.class);
        if (handler != null && !(handler.decoder().frameListener() instanceof Http2Requests)) {
            handler.decoder().frameListener(new Http2Requests(handler));
        }
    }

    /** Vert.x replaces the listener when it receives the first settings. */
    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        super.onSettingsRead(context, settings);
        install(context.pipeline());
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

    /** Rejects a request that breaks a rule. Trailers are not requests. */
    private boolean isAccepted(ChannelHandlerContext context, int stream, Http2Headers headers) {
        try {
            if (headers.method() != null && headers.path() != null) {
                RequestHead.check(headers);
            }
            return true;
        } catch (MalformedException malformed) {
            reject(context, stream, Rejection.of(malformed));
            return false;
        }
    }

    private void reject(ChannelHandlerContext context, int stream, Rejection rejection) {
        FullHttpResponse response = rejection.response();
        Http2Headers headers = HttpConversionUtil.toHttp2Headers(response, true);
        handler.encoder().writeHeaders(context, stream, headers, 0, false, context.newPromise());
        handler.encoder()
                .writeData(context, stream, response.content(), 0, true, context.newPromise())
                .addListener(sent -> {
                    // The rest of the request is not needed.
                    if (sent.isSuccess()) {
                        handler.resetStream(context, stream, Http2Error.NO_ERROR.code(), context.newPromise());
                    }
                    context.flush();
                });
        context.flush();
    }
}
