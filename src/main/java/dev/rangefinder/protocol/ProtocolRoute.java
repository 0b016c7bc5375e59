package dev.rangefinder.protocol;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What every request comes through first, on the port of management as well: what HTTP asks for on all connections. */
@Singleton
public class ProtocolRoute {

    private static final int FIRST = Integer.MIN_VALUE + 1;

    void register(@Observes Router router) {
        add(router);
    }

    void registerManagement(@Observes ManagementInterface management) {
        add(management.router());
    }

    private static void add(Router router) {
        router.route().order(FIRST).handler(ProtocolRoute::handle).failureHandler(ProtocolRoute::handleFailure);
    }

    private static void handle(RoutingContext routing) {
        date(routing);
        routing.next();
    }

    /** Responses of HTTP/1.1 get theirs on the connection. */
    private static void date(RoutingContext routing) {
        if (routing.request().version() == HttpVersion.HTTP_2) {
            routing.response().putHeader(HttpHeaderNames.DATE, HttpDate.now());
        }
    }

    /** No router takes the path {@code *}, by which a client asks for the options of the whole service. */
    private static void handleFailure(RoutingContext routing) {
        if (routing.request().uri().equals("*")) {
            date(routing);
            routing.response()
                    .setStatusCode(HttpResponseStatus.NO_CONTENT.code())
                    .end();
        } else {
            routing.next();
        }
    }
}
