package dev.rangefinder.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Runs the service on the PostgreSQL of the operating system, if one is installed, as the owner of the database of an installation. */
public class InstalledDatabaseResource implements QuarkusTestResourceLifecycleManager {

    /** A system property, because several class loaders of the JVM may load and start this class. */
    private static final String SERVER = "installed-database.url";

    /** The server and its roles, once the service has been started on it. */
    public static Optional<DatabaseRoles> roles() {
        return Optional.ofNullable(System.getProperty(SERVER)).map(DatabaseRoles::ofServer);
    }

    @Override
    public int order() {
        return 1; // after the resource for all tests, whose URL it replaces
    }

    @Override
    public Map<String, String> start() {
        try {
            Optional<Path> programs = InstalledPostgres.find();
            if (programs.isPresent() && System.getProperty(SERVER) == null) {
                String server = InstalledPostgres.start(programs.get());
                DatabaseRoles.ofOperationsPage(server);
                System.setProperty(SERVER, server);
            }
        } catch (IOException | InterruptedException | SQLException e) {
            throw new IllegalStateException("The installed PostgreSQL did not start", e);
        }
        return roles().map(roles -> Map.of("rangefinder.database.url", roles.url(DatabaseRoles.OWNER)))
                .orElse(Map.of());
    }

    @Override
    public void stop() {
        // The server ends with the JVM.
    }
}
