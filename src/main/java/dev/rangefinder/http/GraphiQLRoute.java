package dev.rangefinder.http;

import dev.rangefinder.serving.ContentCoding;
import dev.rangefinder.serving.PackagedFile;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Serves GraphiQL at {@code /q/graphql-ui/}, if enabled. The page is ours; its libraries are those of SmallRye, compressed by
 * the build. In dev mode it hides the page that SmallRye serves at this path.
 */
@Singleton
public class GraphiQLRoute {

    /** Whether GraphiQL is served. */
    @ConfigMapping(prefix = "rangefinder.graphiql")
    interface Config {

        @WithDefault("false")
        boolean enabled();
    }

    /** Where GraphiQL is served. */
    public static final String PATH = "/q/graphql-ui/";

    private static final String DIRECTORY = "graphiql/";
    private static final int MAX_LIBRARY_SIZE = 8 << 20;

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "graphql", "application/graphql; charset=utf-8");

    /** Allows nothing from other hosts, and inline only the styles that the editor writes and its fonts. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "font-src data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors ";

    private final boolean enabled;
    private final String policy;

    GraphiQLRoute(Config config) {
        this.enabled = config.enabled();
        boolean inDevUi = LaunchMode.current() == LaunchMode.DEVELOPMENT;
        this.policy = POLICY + (inDevUi ? "'self'" : "'none'");
    }

    void register(@Observes Router router) {
        String paths = PATH.substring(0, PATH.length() - 1) + '*';
        Handler<RoutingContext> handler = enabled ? this::handle : GraphiQLRoute::sendNotFound;
        router.route(paths).order(GraphQLRoute.ORDER).blockingHandler(handler, false);
    }

    private static void sendNotFound(RoutingContext routing) {
        routing.response().setStatusCode(404).end();
    }

    private void handle(RoutingContext routing) {
        String path = routing.request().path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!path.startsWith(PATH)) {
            String query = routing.request().query();
            routing.response()
                    .setStatusCode(302)
                    .putHeader(HttpHeaderNames.LOCATION, name + '/' + (query == null ? "" : '?' + query))
                    .end();
        } else {
            send(routing, name.isEmpty() ? "index.html" : name);
        }
    }

    private void send(RoutingContext routing, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        Optional<byte[]> library = PackagedFile.read(DIRECTORY + name + ".gz");
        Optional<byte[]> content = library.or(() -> PackagedFile.read(DIRECTORY + name));
        if (type == null || content.isEmpty()) {
            sendNotFound(routing);
            return;
        }
        HttpServerResponse response = routing.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, type)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, library.isPresent() ? "private, max-age=3600" : "no-cache")
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff");
        response.end(Buffer.buffer(library.isPresent() ? encode(routing, library.get()) : content.get()));
    }

    /** The library, compressed if the client accepts that. */
    private static byte[] encode(RoutingContext routing, byte[] library) {
        HttpServerRequest request = routing.request();
        HttpServerResponse response =
                request.response().putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        if (ContentCoding.accepted(request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING)) == ContentCoding.GZIP) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
            return library;
        }
        return ContentCoding.GZIP.decode(library, MAX_LIBRARY_SIZE);
    }
}
