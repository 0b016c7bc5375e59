package dev.rangefinder.http;

import dev.rangefinder.serving.ExplorerConfig;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the explorer at {@code /}, if enabled. */
@Singleton
public class ExplorerRoute {

    /** Where the page is served. */
    public static final String PATH = "/";

    /** Where its files are served, as {@code quarkus.web-bundler.bundle-path} names it. */
    private static final String FILES = "/explorer/";

    /** Allows nothing from other hosts, and nothing inline. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ExplorerPage page;
    private final boolean enabled;
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    ExplorerRoute(ExplorerPage page, ExplorerConfig config) {
        this.page = page;
        this.enabled = config.enabled();
    }

    void register(@Observes Router router) {
        route(router, PATH, routing -> page.get().send(routing.request()));
        route(router, FILES + '*', this::sendFile);
    }

    private void route(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path)
                .order(GraphQLRoute.ORDER)
                .blockingHandler(
                        enabled ? PermittedMethods.ofReading(secured(handler)) : ExplorerRoute::sendNotFound, false);
    }

    private static Handler<RoutingContext> secured(Handler<RoutingContext> handler) {
        return routing -> {
            routing.response()
                    .putHeader("Content-Security-Policy", POLICY)
                    .putHeader("X-Content-Type-Options", "nosniff");
            handler.handle(routing);
        };
    }

    /** In dev mode and tests, Quarkus serves the bundle from the disk. */
    private void sendFile(RoutingContext routing) {
        String name = routing.request().path().substring(FILES.length());
        StaticFile file = files.computeIfAbsent(name, ExplorerFiles::read);
        if (file == null) {
            routing.next();
        } else {
            file.send(routing.request());
        }
    }

    private static void sendNotFound(RoutingContext routing) {
        routing.response().setStatusCode(404).end();
    }
}
