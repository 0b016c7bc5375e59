package dev.rangefinder.lifecycle;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Has a replica wait for another one that migrates, however long that takes: it is no failure. */
@Singleton
class Turns implements FlywayConfigurationCustomizer {

    private static final int WITHOUT_END = -1;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.lockRetryCount(WITHOUT_END);
    }
}
