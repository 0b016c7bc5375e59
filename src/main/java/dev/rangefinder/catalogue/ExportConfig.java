package dev.rangefinder.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds exports over HTTP. */
@ConfigMapping(prefix = "rangefinder.export")
public interface ExportConfig {

    /** How many clients may export at a time; 0 turns exports over HTTP off. */
    @WithDefault("2")
    int maxConcurrent();

    /** How long a client may read nothing. */
    @WithDefault("30s")
    Duration idleTimeout();

    /** How long an export may take. */
    @WithDefault("10m")
    Duration timeout();
}
