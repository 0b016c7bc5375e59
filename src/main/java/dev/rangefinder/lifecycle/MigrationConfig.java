package dev.rangefinder.lifecycle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who migrates the database. */
@ConfigMapping(prefix = "rangefinder.migration")
interface MigrationConfig {

    /** Whether the service migrates the database at its start. Otherwise it waits until the command {@code migrate} has. */
    @WithDefault("true")
    boolean atStart();
}
