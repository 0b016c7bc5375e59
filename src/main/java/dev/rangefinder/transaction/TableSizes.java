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
 * statistics. A view has those of the tables that it reads, each counted as often as a row can be read in the time that it takes to
 * derive one. A request for an outdated count refreshes all of them in the background.
 */
@Singleton
public class TableSizes {

    private static final Logger LOG = Logger.getLogger(TableSizes.class);
    private static final long REFRESH_INTERVAL = TimeUnit.SECONDS.toNanos(30);
    private static final long UNKNOWN = Integer.MAX_VALUE;

    /** The statistics need no lock on a table; {@code pg_relation_size} would wait for one. */
    private static final String STATEMENT = """
            with recursive
            size as (
                select s.relid, s.relname, s.schemaname = current_schema as is_present,
                    greatest(c.reltuples, s.n_live_tup)::bigint as rows
                from pg_class c join pg_stat_user_tables s on s.relid = c.oid
                where s.schemaname in (current_schema, history_schema())),
            part (of_view, relid) as (
                select relname, oid from pg_class where relkind = 'v' and relnamespace = current_schema::regnamespace
                union
                select p.of_view, d.refobjid from part p join pg_rewrite r on r.ev_class = p.relid
                join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass),
            named (name, is_present, rows) as (
                select relname, is_present, rows from size
                union all
                select p.of_view, v.is_present, 40 * v.rows from part p join size t using (relid)
                left join size h on h.relname = t.relname and not h.is_present,
                lateral (values (true, t.rows), (false, coalesce(h.rows, 0))) v (is_present, rows))
            select case when is_present then '' else 'history.' end || name, sum(rows)::bigint from named group by 1
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
