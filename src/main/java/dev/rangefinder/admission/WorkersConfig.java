package dev.rangefinder.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many operations run at a time, and how many wait for how long. */
@ConfigMapping(prefix = "rangefinder.workers")
public interface WorkersConfig {

    /** How many operations read the database at a time. More than it has connections for them is of no use. */
    @WithDefault("16")
    int threads();

    /** How many of them may be of one connection: HTTP/1, HTTP/2 or WebSocket. Its others wait. */
    @WithDefault("8")
    int maxPerConnection();

    /** Whether the threads are virtual ones, where Java has these: from version 21 on. */
    @WithDefault("true")
    boolean virtual();

    /** How many operations wait for others to end. Any more are rejected, those of the connection with the most first. */
    @WithDefault("256")
    int queue();

    /** How long an operation waits for others to end before it is rejected. */
    @WithDefault("1s")
    Duration maxWait();

    /** How long operations may go on after the service was told to stop. */
    @WithDefault("10s")
    Duration shutdownTimeout();
}
