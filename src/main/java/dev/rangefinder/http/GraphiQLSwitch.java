package dev.rangefinder.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Hides GraphiQL, which is built in, unless configuration asks for it. */
@Singleton
public class GraphiQLSwitch {

    /** Whether GraphiQL is shown. */
    @ConfigMapping(prefix = "rangefinder.graphiql")
    interface Config {

        @WithDefault("false")
        boolean enabled();
    }

    private static final String PAGES = "/q/graphql-ui*";

    private final boolean enabled;

    GraphiQLSwitch(Config config) {
        this.enabled = config.enabled();
    }

    void register(@Observes Router router) {
        if (!enabled) {
            router.route(PAGES).order(GraphQLRoute.ORDER).handler(GraphiQLSwitch::hide);
        }
    }

    private static void hide(RoutingContext routing) {
        routing.response().setStatusCode(404).end();
    }
}
