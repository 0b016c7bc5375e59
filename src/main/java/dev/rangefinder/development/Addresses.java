package dev.rangefinder.development;

import dev.rangefinder.http.ExplorerRoute;
import dev.rangefinder.http.GraphQLRoute;
import dev.rangefinder.http.GraphiQLRoute;
import dev.rangefinder.http.SchemaRoute;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Logs the addresses of the service at the end of a start in dev mode. */
@Singleton
@IfBuildProfile("dev")
public class Addresses implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Addresses.class);
    private static final String SERVICE = "dev.rangefinder.development.service";

    @Override
    public int run(String... arguments) {
        Config config = ConfigProvider.getConfig();
        // Quarkus sets this when the HTTP server starts, which survives live reloads, even if that start failed.
        config.getOptionalValue("quarkus.http.local-base-uri", String.class)
                .ifPresent(address -> System.setProperty(SERVICE, address));
        String configured = "http://localhost:" + config.getValue("quarkus.http.port", String.class);
        String service = System.getProperty(SERVICE, configured);
        if (config.getValue("rangefinder.explorer.enabled", Boolean.class)) {
            LOG.info("Explorer: " + service + ExplorerRoute.PATH);
        }
        LOG.info("GraphQL:  " + service + GraphQLRoute.PATH);
        if (config.getValue("rangefinder.graphiql.enabled", Boolean.class)) {
            LOG.info("GraphiQL: " + service + GraphiQLRoute.PATH);
        }
        if (config.getOptionalValue("rangefinder.identity.issuer", String.class).isEmpty()) {
            LOG.info("Tokens:   " + service + TokenRoute.PATH + "?roles=editor");
        }
        if (config.getValue("rangefinder.sdl.enabled", Boolean.class)) {
            LOG.info("Schema:   " + service + SchemaRoute.PATH);
        }
        Quarkus.waitForExit();
        return 0;
    }
}
