package dev.rangefinder.http;

import io.netty.handler.codec.http2.Http2Connection.Endpoint;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Bounds the streams that a connection of HTTP/2 has open at a time, from its first request on (RFC 9113, section 5.1.2). Netty
 * does so only when the client has acknowledged the setting, which is up to the client.
 */
final class ConcurrentStreams {

    private ConcurrentStreams() {}

    /** Bounds the connection of a request. */
    static void bound(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            long most = request.connection().settings().getMaxConcurrentStreams();
            Endpoint<?> client = connection
                    .channelHandlerContext()
                    .pipeline()
                    .get(Http2ConnectionHandler.class)
                    .connection()
                    .remote();
            client.maxActiveStreams((int) Math.min(most, Integer.MAX_VALUE));
        }
    }
}
