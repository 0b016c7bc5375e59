package dev.rangefinder.lifecycle;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the service stops. Quarkus reads this key through one of its own; it is declared here to be validated and documented. */
@Unremovable
@ConfigMapping(prefix = "rangefinder.shutdown")
public interface ShutdownConfig {

    /** How long requests are still accepted after the service has been stopped and is no longer ready. */
    Duration delay();
}
