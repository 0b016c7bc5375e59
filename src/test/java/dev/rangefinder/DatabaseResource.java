package dev.rangefinder;

import dev.rangefinder.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives all tests one PostgreSQL server, also those against the packaged service, unless RANGEFINDER_DATABASE_URL names
 * one. It is registered as a service, therefore no test needs to ask for it.
 */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "rangefinder.database.url";

    /** Kept in the JVM because this class may be loaded and started several times in it. */
    private static final String STARTED_URL = "test-database.url";

    /** The database of the tests, for those that start a service themselves. */
    public static String url() {
        return new DatabaseResource().start().getOrDefault(URL, System.getenv("RANGEFINDER_DATABASE_URL"));
    }

    @Override
    public Map<String, String> start() {
        if (System.getenv("RANGEFINDER_DATABASE_URL") != null) {
            return Map.of();
        }
        synchronized (System.getProperties()) {
            String url = System.getProperty(STARTED_URL);
            if (url == null) {
                url = EmbeddedDatabase.start();
                System.setProperty(STARTED_URL, url);
            }
            return Map.of(URL, url);
        }
    }

    @Override
    public void stop() {
        // The server serves the following tests, too, and ends with the JVM.
    }
}
