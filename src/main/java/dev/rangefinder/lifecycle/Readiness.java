package dev.rangefinder.lifecycle;

import dev.rangefinder.transaction.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** The service is ready when its database answers and is prepared. Quarkus reports it as not ready while it stops. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {

    private static final int TIMEOUT_SECONDS = 2;

    private final Preparation preparation;
    private final SchemaPreparation schema;
    private final DataSource changes;

    /** Uses the connections for changes, because a service whose read connections are all in use is busy, but still ready. */
    Readiness(Preparation preparation, SchemaPreparation schema, DataSource changes) {
        this.preparation = preparation;
        this.schema = schema;
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
        if (preparation.isFinished()) {
            return response.up().build();
        }
        String reason = schema.isWaiting()
                ? "The command migrate has not migrated the database to this version yet."
                : "The database is being prepared.";
        return response.down().withData("reason", reason).build();
    }

    private boolean answers() {
        try (Connection connection = changes.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return new DatabaseException(e).state().isEmpty();
        }
    }
}
