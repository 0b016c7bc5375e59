package dev.rangefinder.catalogue;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Serves the JSON Schema of catalogue files. */
@Singleton
public class CatalogueSchemaRoute {

    /** Where the schema is served. */
    public static final String PATH = "/catalogue/schema.json";

    private volatile @Nullable String text;

    void register(@Observes Router router) {
        router.route(PATH).handler(this::answer);
    }

    /** The schema, printed for the first client that requests it. */
    private String text() {
        String printed = text;
        if (printed == null) {
            printed = CatalogueSchema.json();
            text = printed;
        }
        return printed;
    }

    private void answer(RoutingContext routing) {
        HttpMethod method = routing.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            routing.response()
                    .setStatusCode(405)
                    .putHeader(HttpHeaderNames.ALLOW, "GET, HEAD")
                    .end();
            return;
        }
        routing.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/schema+json")
                .putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(text());
    }
}
