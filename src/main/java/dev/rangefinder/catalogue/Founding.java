package dev.rangefinder.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Whether and from where an empty catalogue is filled at the start. */
@ConfigMapping(prefix = "rangefinder.catalogue")
public interface Founding {

    /** Whether it is filled at all. */
    @WithDefault("true")
    boolean load();

    /** The file that replaces the bundled one. */
    Optional<Path> file();
}
