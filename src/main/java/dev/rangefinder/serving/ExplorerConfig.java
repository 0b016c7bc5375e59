package dev.rangefinder.serving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configures the explorer, the page for people. */
@ConfigMapping(prefix = "rangefinder.explorer")
public interface ExplorerConfig {

    /** Whether the explorer is served, and its documents are trusted. */
    @WithDefault("true")
    boolean enabled();
}
