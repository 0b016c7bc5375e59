package dev.rangefinder.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is logged, and how. */
@ConfigMapping(prefix = "rangefinder.log")
interface LogConfig {

    /** How long an operation must have run, not counting its wait for a thread, to be logged as slow. */
    @WithDefault("1s")
    Duration slow();

    /** Whether each line is a JSON object. What logs reads this from the configuration itself. */
    @WithDefault("true")
    boolean json();

    /** Whether every request is logged. What logs reads this from the configuration itself. */
    @WithDefault("false")
    boolean access();
}
