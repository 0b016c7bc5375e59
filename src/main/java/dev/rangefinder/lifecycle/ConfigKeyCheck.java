package dev.rangefinder.lifecycle;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Ends the start when a key is misspelt, because it would have no effect without anybody noticing. */
@Singleton
class ConfigKeyCheck {

    private static final int FIRST = 1;

    void check(@Observes @Priority(FIRST) StartupEvent start) {
        List<String> unknown =
                ConfigKeyRecorder.unknown(ConfigProvider.getConfig().getPropertyNames());
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(String.join(", ", unknown) + ": unknown key");
        }
    }
}
