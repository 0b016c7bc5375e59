package dev.rangefinder.database;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives dev mode a PostgreSQL server of its own unless one has been configured. */
@Singleton
@IfBuildProfile("dev")
class DevelopmentDatabase {

    private static final String URL = "rangefinder.database.url";

    /**
     * Runs in the static phase of the start, before the configuration of the data source is read. A system property
     * outlives a live reload, hence the server and its data do, too.
     */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue(URL, String.class).isEmpty()) {
            System.setProperty(URL, EmbeddedDatabase.start());
        }
    }
}
