package dev.rangefinder.http;

import dev.rangefinder.serving.ContentCoding;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Shows GraphiQL at {@code /q/graphql-ui/}, when configuration asks so. The page is ours; its libraries are those that
 * SmallRye brings, compressed by the build. The page that SmallRye has here in dev mode is hidden behind it.
 */
@Singleton
public class GraphiQLRoute {

    /** Whether GraphiQL is shown. */
    @ConfigMapping(prefix = "rangefinder.graphiql")
    interface Config {

        @WithDefault("false")
        boolean enabled();
    }

    /** Where GraphiQL is shown. */
    public static final String PATH = "/q/graphql-ui/";

    private static final String DIRECTORY = "graphiql/";
    private static final int LIMIT = 8 << 20;

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "graphql", "application/graphql; charset=utf-8");

    /** Everything comes from here, but for the style sheets that the editor writes into the page, and its inline fonts. */
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
        String all = PATH.substring(0, PATH.length() - 1) + '*';
        Handler<RoutingContext> handler = enabled ? this::handle : GraphiQLRoute::refuse;
        router.route(all).order(GraphQLRoute.ORDER).blockingHandler(handler, false);
    }

    private static void refuse(RoutingContext routing) {
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
        Optional<byte[]> library = read(name + ".gz");
        Optional<byte[]> content = library.or(() -> read(name));
        if (type == null || content.isEmpty()) {
            refuse(routing);
            return;
        }
        HttpServerResponse response = routing.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, type)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, library.isPresent() ? "private, max-age=3600" : "no-cache")
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff");
        response.end(Buffer.buffer(library.isPresent() ? decode(routing, library.get()) : content.get()));
    }

    /** The library as the client takes it. */
    private static byte[] decode(RoutingContext routing, byte[] library) {
        HttpServerRequest request = routing.request();
        HttpServerResponse response =
                request.response().putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        if (ContentCoding.accepted(request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING)) == ContentCoding.GZIP) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
            return library;
        }
        return ContentCoding.GZIP.decode(library, LIMIT);
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream file = GraphiQLRoute.class.getClassLoader().getResourceAsStream(DIRECTORY + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
