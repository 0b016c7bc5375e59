package dev.rangefinder.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The number of concurrent operations, and the limits of waiting requests. */
@ConfigMapping(prefix = "rangefinder.workers")
public interface WorkersConfig {

    /** How many operations may read the database at a time. More than the size of the connection pool has no effect. */
    @WithDefault("16")
    int threads();

    /** How many of them may belong to one HTTP/1, HTTP/2 or WebSocket connection. Further ones wait. */
    @WithDefault("8")
    int maxPerConnection();

    /** Whether the threads are virtual, on Java 21 or later. */
    @WithDefault("true")
    boolean virtual();

    /** How many operations may wait. When more do, those of the connection with the most waiting operations are rejected. */
    @WithDefault("256")
    int queue();

    /** How long an operation may wait before it is rejected. */
    @WithDefault("1s")
    Duration maxWait();

    /** How long operations may continue during shutdown. */
    @WithDefault("10s")
    Duration shutdownTimeout();
}
