package dev.rangefinder.lifecycle;

import dev.rangefinder.transaction.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready is a service that can read its database. While it stops, Quarkus adds that it is not. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {

    private static final int PATIENCE_SECONDS = 2;

    private final Preparation preparation;
    private final DataSource changes;

    /** Asks on the connections for changes, because a service whose others are all in use is busy, and not out of order. */
    Readiness(Preparation preparation, DataSource changes) {
        this.preparation = preparation;
        this.changes = changes;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        if (!answers()) {
            return response.down()
                    .withData("reason", "The database does not answer.")
                    .build();
        }
        return preparation.isFinished()
                ? response.up().build()
                : response.down()
                        .withData("reason", "The database is being prepared.")
                        .build();
    }

    private boolean answers() {
        try (Connection connection = changes.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return new DatabaseException(e).state().isEmpty();
        }
    }
}
