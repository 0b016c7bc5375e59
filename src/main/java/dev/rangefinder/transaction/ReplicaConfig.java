package dev.rangefinder.transaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Replicas of the database that operations read. */
@ConfigMapping(prefix = "rangefinder.replica")
public interface ReplicaConfig {

    /** Where they are, as one JDBC URL; without it operations read the database itself. */
    Optional<String> url();

    /**
     * How late they may be. An operation that finds one without a revision that the database has shown for longer reads the
     * database itself.
     */
    @WithDefault("10s")
    Duration maxLag();

    /**
     * How long an operation waits for a revision that the database does not show yet. A replica may be ahead of it, because
     * a commit that waits for its replicas is seen there first.
     */
    @WithDefault("100ms")
    Duration patience();
}
