package dev.rangefinder;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The transactions that are open in the database although nobody executes a statement, and the locks of imports. */
public final class OpenTransactions {

    private static final String OPEN = """
        select exists (select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'
                           and pid <> pg_backend_pid())
            or exists (select from pg_locks where locktype = 'advisory' and granted)\
        """;

    private OpenTransactions() {}

    /** Waits until there are none. A response can arrive a moment before its transaction has ended. */
    public static void awaitNone() throws SQLException {
        try (Connection connection = CatalogueData.connect();
                Statement statement = connection.createStatement()) {
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        try (ResultSet open = statement.executeQuery(OPEN)) {
                            open.next();
                            return !open.getBoolean(1);
                        }
                    });
        }
    }
}
