package dev.rangefinder.transaction;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Approximate row counts of the tables: the larger of the last estimate of ANALYZE or VACUUM and the count of live rows in the
 * statistics. A request for an outdated count refreshes all of them in the background.
 */
@Singleton
public class TableSizes {

    private static final Logger LOG = Logger.getLogger(TableSizes.class);
    private static final long REFRESH_INTERVAL = TimeUnit.SECONDS.toNanos(30);
    private static final long UNKNOWN = Integer.MAX_VALUE;

    /** The statistics need no lock on a table; {@code pg_relation_size} would wait for one. */
    private static final String STATEMENT = """
            select case when s.schemaname <> current_schema then 'history.' else '' end || c.relname,
                greatest(c.reltuples, s.n_live_tup)::bigint
            from pg_class c join pg_stat_user_tables s on s.relid = c.oid
            where s.schemaname in (current_schema, history_schema())
            """;

    private final javax.sql.DataSource database;
    private final ThreadFactory threads = new DefaultThreadFactory("table-sizes", true);
    private final AtomicLong due = new AtomicLong(System.nanoTime());
    private volatile Map<String, Long> rows = Map.of();

    @Inject
    TableSizes(@DataSource("reading") javax.sql.DataSource database) {
        this.database = database;
    }

    /** The approximate number of rows of a table, such as {@code brand} or {@code history.brand}; very large while it is unknown. */
    long of(String table) {
        long now = System.nanoTime();
        long next = due.get();
        if (now - next >= 0 && due.compareAndSet(next, now + REFRESH_INTERVAL)) {
            threads.newThread(this::read).start();
        }
        return rows.getOrDefault(table, UNKNOWN);
    }

    /** Reads the counts now. */
    public void read() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(STATEMENT)) {
            Map<String, Long> found = new HashMap<>();
            while (result.next()) {
                found.put(result.getString(1), result.getLong(2));
            }
            rows = Map.copyOf(found);
        } catch (SQLException e) {
            LOG.debug("The sizes of tables cannot be read", e); // the previous values remain in use
        }
    }
}
