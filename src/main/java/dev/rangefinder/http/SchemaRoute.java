package dev.rangefinder.http;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Serves the schema, in the schema definition language, at {@code /graphql/schema.graphql}, if enabled. */
@Singleton
public class SchemaRoute {

    /** Whether the schema is served. */
    @ConfigMapping(prefix = "rangefinder.sdl")
    interface Config {

        @WithDefault("false")
        boolean enabled();
    }

    /** Where the schema is served. */
    public static final String PATH = GraphQLRoute.PATH + "/schema.graphql";

    private final GraphQLSchema schema;
    private final boolean enabled;
    private volatile @Nullable String text;

    SchemaRoute(GraphQLSchema schema, Config config) {
        this.schema = schema;
        this.enabled = config.enabled();
    }

    void register(@Observes Router router) {
        router.route(PATH).order(GraphQLRoute.ORDER).handler(this::answer);
    }

    /** The schema, printed for the first client that requests it. */
    private String text() {
        String printed = text;
        if (printed == null) {
            printed = new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                    .print(schema);
            text = printed;
        }
        return printed;
    }

    private void answer(RoutingContext routing) {
        if (!enabled) {
            routing.response().setStatusCode(404).end();
            return;
        }
        HttpMethod method = routing.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            routing.response()
                    .setStatusCode(405)
                    .putHeader(HttpHeaderNames.ALLOW, "GET, HEAD")
                    .end();
            return;
        }
        routing.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/graphql; charset=utf-8")
                .putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(text());
    }
}
