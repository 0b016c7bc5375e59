package dev.rangefinder.generated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Fills an empty database with the catalogue of {@code generate.sql} in one of two sizes. */
final class GeneratedCatalogue {

    private static final Map<String, Map<String, Integer>> SIZES = Map.of(
            "small",
            Map.of("brands", 200, "partnerships", 400, "devices", 4_000, "markets", 60, "launches", 40_000),
            "large",
            Map.of("brands", 2_000, "partnerships", 5_000, "devices", 100_000, "markets", 200, "launches", 1_000_000));

    private GeneratedCatalogue() {}

    /** Generates the catalogue, unless it is already loaded. */
    static void load(DataSource dataSource, String size) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (isLoaded(statement)) {
                return;
            }
            statement.execute("begin;" + settings(SIZES.get(size)) + script() + "commit");
            statement.execute("vacuum (analyze)");
        }
    }

    private static boolean isLoaded(Statement statement) throws SQLException {
        try (var result = statement.executeQuery("select exists (select from citation where key = 'G1')")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static String settings(Map<String, Integer> size) {
        return size.entrySet().stream()
                .map(part -> "set local generate." + part.getKey() + " = " + part.getValue() + ";")
                .collect(Collectors.joining());
    }

    private static String script() {
        try (InputStream script = GeneratedCatalogue.class.getResourceAsStream("/generate.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
