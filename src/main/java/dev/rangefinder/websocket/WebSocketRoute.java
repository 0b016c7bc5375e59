package dev.rangefinder.websocket;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.http.GraphQLRoute;
import dev.rangefinder.http.ProtocolUpgrade;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Opens WebSockets at {@code /graphql}, for the protocol <a
 * href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">GraphQL over WebSocket</a>.
 */
@Singleton
public class WebSocketRoute {

    static final String SUBPROTOCOL = "graphql-transport-ws";

    private final GraphQLRoute http;
    private final Sockets sockets;
    private final OperationRunner runner;
    private final WebSocketConfig config;

    WebSocketRoute(GraphQLRoute http, Sockets sockets, OperationRunner runner, WebSocketConfig config) {
        this.http = http;
        this.sockets = sockets;
        this.runner = runner;
        this.config = config;
    }

    void register(@Observes Router router) {
        if (config.enabled()) {
            router.get(GraphQLRoute.PATH).order(GraphQLRoute.ORDER - 1).handler(this::handle);
        }
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!isUpgrade(request)) {
            routing.next();
            return;
        }
        try {
            check(request);
        } catch (InputException rejection) {
            http.reject(request, rejection);
            return;
        }
        // Vert.x has no other way to pause reading, and to end a connection that cannot be written to.
        ChannelHandlerContext connection = ((ConnectionBase) request.connection()).channelHandlerContext();
        open(request, connection, routing.vertx().getOrCreateContext());
    }

    private static boolean isUpgrade(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1 && ProtocolUpgrade.isToWebSocket(request);
    }

    private void check(HttpServerRequest request) {
        Handshake.check(request.headers());
        if (!Origin.isAllowed(request)) {
            throw new InputException(ErrorCode.ORIGIN_NOT_ALLOWED, "Pages of this origin may not connect.");
        }
        // The place would be reserved until the body has arrived.
        if (hasBody(request)) {
            throw new InputException(ErrorCode.BAD_REQUEST, "A request for a WebSocket must not have a body.");
        }
        if (!sockets.reserve()) {
            throw new InputException(ErrorCode.UNAVAILABLE, "The service has too many WebSockets. Try again soon.");
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private void open(HttpServerRequest request, ChannelHandlerContext connection, Context context) {
        UpgradedRequest upgraded = new UpgradedRequest(request);
        List<String> authorization = request.headers().getAll(HttpHeaderNames.AUTHORIZATION);
        request.toWebSocket()
                .onSuccess(webSocket -> serve(webSocket, connection, context, authorization, upgraded))
                // Vert.x has answered the client.
                .onFailure(failure -> {
                    sockets.release();
                    upgraded.end();
                });
    }

    private void serve(
            ServerWebSocket webSocket,
            ChannelHandlerContext connection,
            Context context,
            List<String> authorization,
            UpgradedRequest upgraded) {
        if (webSocket.isClosed() || !connection.channel().isActive()) {
            sockets.release();
            upgraded.end();
        } else {
            sockets.serve(new Socket(webSocket, connection, context, config, runner, authorization), upgraded::end);
        }
    }
}
