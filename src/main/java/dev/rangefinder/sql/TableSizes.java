package dev.rangefinder.sql;

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
 * How many rows tables have, about: what PostgreSQL found when it looked at a table last, for each of the blocks that the table
 * has now. They are read again now and then, when somebody asks, who does not wait for it.
 */
@Singleton
public class TableSizes {

    private static final Logger LOG = Logger.getLogger(TableSizes.class);
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(30);
    private static final long UNKNOWN = Integer.MAX_VALUE;

    /** Of a table that nobody has looked at yet there are more rows in a block than this at times, but not often. */
    private static final String STATEMENT = """
            select relname, pg_relation_size(oid) / current_setting('block_size')::bigint
                * case when relpages > 0 and reltuples > 0 then reltuples / relpages else 100 end
            from pg_class where relkind = 'r' and relnamespace = current_schema::regnamespace
            """;

    private final javax.sql.DataSource database;
    private final ThreadFactory threads = new DefaultThreadFactory("table-sizes", true);
    private final AtomicLong due = new AtomicLong(System.nanoTime());
    private volatile Map<String, Long> rows = Map.of();

    @Inject
    TableSizes(@DataSource("reading") javax.sql.DataSource database) {
        this.database = database;
    }

    /** How many rows a table has; a great many as long as that is not known. */
    long of(String table) {
        long now = System.nanoTime();
        long next = due.get();
        if (now - next >= 0 && due.compareAndSet(next, now + LOOK_EVERY)) {
            threads.newThread(this::read).start();
        }
        return rows.getOrDefault(table, UNKNOWN);
    }

    /** Reads them now, so that they are known. */
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
            LOG.debug("The sizes of tables cannot be read", e); // those that are known will do for a while
        }
    }
}
