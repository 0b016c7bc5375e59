package dev.rangefinder.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configures subscriptions. */
@ConfigMapping(prefix = "rangefinder.subscriptions")
interface SubscriptionsConfig {

    /** How many subscriptions may be active at a time, over all transports. Further ones are rejected. */
    @WithDefault("2500")
    int max();

    /** How often clients are sent the newest revision, also when nothing happens. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a client may take to read an event. The subscription of one that takes longer ends. */
    @WithDefault("30s")
    Duration readTimeout();
}
