package dev.rangefinder.serving;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Configures trusted documents and automatic persisted queries. */
@ConfigMapping(prefix = "rangefinder.documents")
interface DocumentsConfig {

    /** The file that lists trusted documents, in the format of Relay or Apollo. */
    Optional<Path> manifest();

    /** Whether only trusted documents are executed. */
    @WithDefault("false")
    boolean onlyTrusted();

    /** The memory for automatic persisted queries; 0 disables them. */
    @WithDefault("8M")
    MemorySize persisted();
}
