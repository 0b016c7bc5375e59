package dev.rangefinder.http;

import dev.rangefinder.DatabaseResource;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged service with the founding catalogue alone, because other tests add records of their own to their database. It
 * starts once, and ends with the JVM of the tests.
 */
final class ExplorerService {

    private static final String DATABASE = "explorer";

    private static @Nullable URI page;

    private ExplorerService() {}

    /** Runs a script that visits the explorer, and returns what it prints. */
    static JsonPath visit(String script, String... arguments) throws Exception {
        Stream<String> all = Stream.concat(Stream.of(page().toString()), Stream.of(arguments));
        return Browser.run(script, "the explorer in a browser", all.toArray(String[]::new));
    }

    private static synchronized URI page() throws IOException, InterruptedException, SQLException {
        URI started = page;
        if (started == null) {
            started = start().graphQL().resolve("/");
            page = started;
        }
        return started;
    }

    private static ServiceProcess start() throws IOException, InterruptedException, SQLException {
        return ServiceProcess.start(Map.of(
                "RANGEFINDER_DATABASE_URL",
                emptyDatabase(),
                "RANGEFINDER_INTROSPECTION_ENABLED",
                "true",
                "RANGEFINDER_GRAPHIQL_ENABLED",
                "true"));
    }

    private static String emptyDatabase() throws SQLException {
        String url = DatabaseResource.url();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE);
        }
        return url.replaceFirst("(//[^/]+/)[^?]*", "$1" + DATABASE);
    }
}
