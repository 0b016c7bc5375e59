package dev.rangefinder.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many operations run at a time, and how many wait. */
@ConfigMapping(prefix = "rangefinder.workers")
public interface WorkersConfig {

    /** How many operations run at a time. More than there are connections to the database is of no use. */
    @WithDefault("16")
    int threads();

    /** Whether the threads are virtual ones, where Java has these: from version 21 on. */
    @WithDefault("true")
    boolean virtual();

    /** How many operations wait for a thread. Any more are refused. */
    @WithDefault("256")
    int queue();

    /** How long operations may go on after the service was told to stop. */
    @WithDefault("10s")
    Duration shutdownTimeout();
}
