package dev.rangefinder.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configures logging. */
@ConfigMapping(prefix = "rangefinder.log")
interface LogConfig {

    /** How long an operation must run to be logged as slow, without its waits for a thread and for permits. */
    @WithDefault("1s")
    Duration slow();

    /** Whether each line is a JSON object. The configuration of Quarkus refers to this key. */
    @WithDefault("true")
    boolean json();

    /** Whether every request is logged. The configuration of Quarkus refers to this key. */
    @WithDefault("false")
    boolean access();
}
