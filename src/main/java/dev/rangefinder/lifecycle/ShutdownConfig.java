package dev.rangefinder.lifecycle;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the service stops. Quarkus reads these keys by way of its own; here they are looked at. */
@Unremovable
@ConfigMapping(prefix = "rangefinder.shutdown")
public interface ShutdownConfig {

    /** How long requests are still taken after the service was told to stop, and is not ready any more. */
    Duration delay();
}
