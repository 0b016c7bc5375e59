package dev.rangefinder.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configures the feed. */
@ConfigMapping(prefix = "rangefinder.feed")
interface FeedConfig {

    /** How often the revision is read while somebody subscribes; half as often while there are changes. */
    @WithDefault("100ms")
    Duration interval();

    /** How many of the latest entries of the log are in memory. Older ones are read from the database. */
    @WithDefault("10000")
    int entries();
}
