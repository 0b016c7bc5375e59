package dev.rangefinder.federation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configures whether the service is a subgraph. */
@ConfigMapping(prefix = "rangefinder.federation")
interface FederationConfig {

    /** Whether the schema has the fields that a router of a supergraph uses. */
    @WithDefault("false")
    boolean enabled();

    /** How many objects a router may look up by one field. */
    @WithDefault("1000")
    int representations();
}
