package dev.rangefinder.transaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The replicas of the database. */
@ConfigMapping(prefix = "rangefinder.replica")
public interface ReplicaConfig {

    /** The JDBC URL that all replicas share; without it, operations read the primary. */
    Optional<String> url();

    /** How far a replica may lag. An operation reads the primary when the replica lacks a revision older than this. */
    @WithDefault("10s")
    Duration maxLag();

    /**
     * How long an operation waits for a revision that the primary does not show yet. A replica may be ahead of it, because
     * a synchronously replicated commit becomes visible on the replicas first.
     */
    @WithDefault("100ms")
    Duration patience();
}
