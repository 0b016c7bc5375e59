package dev.rangefinder.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Configures how long the history is kept. */
@ConfigMapping(prefix = "rangefinder.history")
interface HistoryConfig {

    /** How long every revision can be read after it was current; for ever without a value. */
    Optional<Duration> keep();

    /** How often older history is looked for. */
    @WithDefault("1m")
    Duration interval();

    /** How many rows one transaction deletes. */
    @WithDefault("1000")
    int batch();

    /** How long to wait between two such transactions. */
    @WithDefault("100ms")
    Duration pause();
}
