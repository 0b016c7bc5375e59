package dev.rangefinder.serving;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which documents are executed, and which need not be sent. */
@ConfigMapping(prefix = "rangefinder.documents")
interface DocumentsConfig {

    /** The file that lists trusted documents, in the format of Relay or Apollo. */
    Optional<Path> manifest();

    /** Whether trusted documents are executed, and no others. */
    @WithDefault("false")
    boolean onlyTrusted();

    /** The most memory that documents of automatic persisted queries take; 0 switches these off. */
    @WithDefault("8M")
    MemorySize persisted();
}
