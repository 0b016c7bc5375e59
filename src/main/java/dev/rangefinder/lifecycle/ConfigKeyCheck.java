package dev.rangefinder.lifecycle;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Refuses to start with a key that is misspelt, because nobody would notice that it has no effect. */
@Singleton
class ConfigKeyCheck {

    private static final int FIRST = 1;

    void check(@Observes @Priority(FIRST) StartupEvent start) {
        List<String> unknown =
                ConfigKeyRecorder.unknown(ConfigProvider.getConfig().getPropertyNames());
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(String.join(", ", unknown) + ": there is no such key");
        }
    }
}
