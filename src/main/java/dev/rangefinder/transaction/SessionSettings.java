package dev.rangefinder.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.postgresql.jdbc.PgConnection;

/**
 * The PostgreSQL settings of read transactions. With {@link PoolMode#SESSION} they are set once for each session. With {@link
 * PoolMode#TRANSACTION} they are set locally with each BEGIN, in the same packet. Either way they cost no round trip.
 */
@Singleton
final class SessionSettings {

    /**
     * Generic plans, because planning a statement for its values takes longer than running most of them. Random reads are cheap,
     * because a catalogue fits in memory. JIT compilation and parallel workers take longer to start than most statements run.
     */
    private static final Map<String, String> PLANNER = Map.of(
            "plan_cache_mode", "force_generic_plan",
            "random_page_cost", "1.1",
            "jit", "off",
            "max_parallel_workers_per_gather", "0");

    /** The tables as of a moment, and nothing else: a statement that needs more fails, instead of reading the present. */
    private static final String SEARCH_AS_OF = "set_config('search_path', quote_ident(asof_schema()), %s)";

    private final boolean perTransaction;
    private final String begin;
    private final String beginAsOf;

    @Inject
    SessionSettings(DatabaseConfig database, Config config) {
        this(
                database.poolMode(),
                config.getOptionalValue(Deadline.KEY, Duration.class).orElse(Deadline.ofDefault()));
    }

    SessionSettings(PoolMode mode, Duration deadline) {
        this.perTransaction = mode == PoolMode.TRANSACTION;
        this.begin = perTransaction ? beginWith(valuesFor(deadline)) + ';' : "begin;";
        this.beginAsOf =
                perTransaction ? beginWith(valuesFor(deadline)) + ", " + SEARCH_AS_OF.formatted(true) + ';' : begin;
    }

    /** The statements that configure a new session. */
    static String initialSql(Duration deadline) {
        Map<String, String> values = valuesFor(deadline);
        values.put("default_transaction_isolation", "repeatable read");
        values.put("default_transaction_read_only", "on");
        return values.entrySet().stream()
                .map(setting -> "set " + setting.getKey() + " = '" + setting.getValue() + '\'')
                .collect(Collectors.joining("; "));
    }

    /** The statements that configure a new session for transactions that read as of another moment. */
    static String initialSqlAsOf(Duration deadline) {
        return initialSql(deadline) + "; select " + SEARCH_AS_OF.formatted(false);
    }

    /** The timeout is the fallback for statements that cannot be cancelled, because the network or this process has failed. */
    private static Map<String, String> valuesFor(Duration deadline) {
        Map<String, String> values = new TreeMap<>(PLANNER);
        long timeout = deadline.plus(Deadline.GRACE).toMillis();
        values.put("statement_timeout", Long.toString(Math.min(timeout, Integer.MAX_VALUE)));
        return values;
    }

    private static String beginWith(Map<String, String> values) {
        return values.entrySet().stream()
                .map(setting -> "set_config('" + setting.getKey() + "', '" + setting.getValue() + "', true)")
                .collect(Collectors.joining(", ", "begin isolation level repeatable read read only;select ", ""));
    }

    /** Whether they are set for each transaction, so that even a single statement needs one. */
    boolean arePerTransaction() {
        return perTransaction;
    }

    /** The text that precedes the first statement of a transaction, which may read as of another moment. */
    String begin(DatabaseSchema schema) {
        return schema.isOfMoments() ? beginAsOf : begin;
    }

    /** How many results {@link #begin} has. */
    int resultsOfBegin() {
        return perTransaction ? 2 : 1;
    }

    /** Deallocates the prepared statements of a session, unless a pooler manages them. */
    void deallocateStatements(PgConnection connection) throws SQLException {
        if (!perTransaction) {
            connection.execSQLUpdate("deallocate all");
        }
    }
}
