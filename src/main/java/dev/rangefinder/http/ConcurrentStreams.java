package dev.rangefinder.http;

import io.netty.handler.codec.http2.Http2Connection.Endpoint;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Limits the concurrent streams of an HTTP/2 connection from its first request on (RFC 9113, section 5.1.2). Netty does so only
 * once the client has acknowledged the setting, which is up to the client.
 */
@Singleton
public final class ConcurrentStreams {

    private static final int FIRST = Integer.MIN_VALUE + 1;

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(routing -> {
            limit(routing.request());
            routing.next();
        });
    }

    /** Limits the streams on the connection of a request. */
    private static void limit(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            long limit = request.connection().settings().getMaxConcurrentStreams();
            Endpoint<?> client = connection
                    .channelHandlerContext()
                    .pipeline()
                    .get(Http2ConnectionHandler.class)
                    .connection()
                    .remote();
            client.maxActiveStreams((int) Math.min(limit, Integer.MAX_VALUE));
        }
    }
}
