package dev.rangefinder.protocol;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Runs before all other routes, on the management port as well, and does what HTTP requires of every service. */
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
        setDate(routing);
        routing.next();
    }

    /** In HTTP/1.1, {@link ResponseProgress} sets the date. */
    private static void setDate(RoutingContext routing) {
        if (routing.request().version() == HttpVersion.HTTP_2) {
            routing.response().putHeader(HttpHeaderNames.DATE, HttpDate.now());
        }
    }

    /** No router matches {@code *}, the target by which a client requests the options of the whole service. */
    private static void handleFailure(RoutingContext routing) {
        if (routing.request().uri().equals("*")) {
            setDate(routing);
            routing.response()
                    .setStatusCode(HttpResponseStatus.NO_CONTENT.code())
                    .end();
        } else {
            routing.next();
        }
    }
}
