package dev.rangefinder.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Whether and from which file an empty catalogue is loaded at the start. */
@ConfigMapping(prefix = "rangefinder.catalogue")
public interface CatalogueConfig {

    /** Whether an empty catalogue is loaded. */
    @WithDefault("true")
    boolean load();

    /** The file to load instead of the bundled one. */
    Optional<Path> file();
}
