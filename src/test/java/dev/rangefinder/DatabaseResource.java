package dev.rangefinder;

import dev.rangefinder.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Starts one PostgreSQL server for all tests, including those against the packaged service, unless
 * RANGEFINDER_DATABASE_URL names one. It is registered as a service, so no test has to declare it.
 */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "rangefinder.database.url";

    /** A system property, because several class loaders of the JVM may load and start this class. */
    private static final String STARTED_URL = "test-database.url";

    /** The URL of the test database, for tests that start a service themselves. */
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
        // The server is shared with the tests that follow, and ends with the JVM.
    }
}
