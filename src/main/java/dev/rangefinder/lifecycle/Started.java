package dev.rangefinder.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** The service has started when its database is prepared. */
@Startup
@ApplicationScoped
class Started implements HealthCheck {

    private final Preparation preparation;

    Started(Preparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("preparation")
                .status(preparation.isFinished())
                .build();
    }
}
