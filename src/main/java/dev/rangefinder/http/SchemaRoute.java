package dev.rangefinder.http;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Serves the schema, in its definition language, at {@code /graphql/schema.graphql}, when configuration asks so. */
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

    SchemaRoute(GraphQLSchema schema, Config config) {
        this.schema = schema;
        this.enabled = config.enabled();
    }

    void register(@Observes Router router) {
        String text = enabled ? print() : "";
        router.route(PATH).order(GraphQLRoute.ORDER).handler(routing -> answer(routing, text));
    }

    private String print() {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false))
                .print(schema);
    }

    private void answer(RoutingContext routing, String text) {
        if (!enabled) {
            routing.response().setStatusCode(404).end();
            return;
        }
        routing.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/graphql; charset=utf-8")
                .putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(text);
    }
}
