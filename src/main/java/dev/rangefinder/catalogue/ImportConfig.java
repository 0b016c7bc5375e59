package dev.rangefinder.catalogue;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of imports over HTTP. */
@ConfigMapping(prefix = "rangefinder.import")
public interface ImportConfig {

    /** The largest body. */
    @WithDefault("256M")
    MemorySize maxSize();

    /** How long a client may send nothing of its body. */
    @WithDefault("30s")
    Duration idleTimeout();

    /** How long an import may take. */
    @WithDefault("10m")
    Duration timeout();
}
