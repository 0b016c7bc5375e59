package dev.rangefinder.http;

import dev.rangefinder.engine.document.AsOfDirective;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

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

    private final Handler<RoutingContext> handler;

    SchemaRoute(GraphQLSchema schema, Config config) {
        this.handler = config.enabled()
                ? PermittedMethods.ofReading(
                        new PrintedSchema("application/graphql; charset=utf-8", () -> print(schema)))
                : routing -> routing.response().setStatusCode(404).end();
    }

    void register(@Observes Router router) {
        router.route(PATH).order(GraphQLRoute.ORDER).handler(handler);
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(
                        SchemaPrinter.Options.defaultOptions().includeDirectiveDefinition(AsOfDirective.NAME::equals))
                .print(schema);
    }
}
