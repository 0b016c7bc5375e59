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
 * The settings of PostgreSQL under which operations read. Where a session is ours, they are set when it begins, so that a
 * transaction costs no round trip of its own. Where a pooler lends it for a transaction, they travel with the begin of each,
 * in the same packet, and end with it.
 */
@Singleton
final class SessionSettings {

    /**
     * Statements are planned once, because their texts do not depend on the data: to plan one anew for its values costs more
     * than most of them take. A catalogue is small enough to be in memory, where pages cost the same in any order. To compile
     * a plan, or to start workers for it, takes longer than the statements of an operation may.
     */
    private static final Map<String, String> ALWAYS = Map.of(
            "plan_cache_mode", "force_generic_plan",
            "random_page_cost", "1.1",
            "jit", "off",
            "max_parallel_workers_per_gather", "0");

    private final boolean ofTransaction;
    private final String begin;

    @Inject
    SessionSettings(DatabaseConfig database, Config config) {
        this(
                database.poolMode(),
                config.getOptionalValue(Deadline.KEY, Duration.class).orElse(Deadline.ofDefault()));
    }

    SessionSettings(PoolMode mode, Duration deadline) {
        this.ofTransaction = mode == PoolMode.TRANSACTION;
        this.begin = ofTransaction ? beginWith(valuesFor(deadline)) : "begin;";
    }

    /** What is set in a session before anything else is done in it. */
    static String atConnect(Duration deadline) {
        Map<String, String> values = valuesFor(deadline);
        values.put("default_transaction_isolation", "repeatable read");
        values.put("default_transaction_read_only", "on");
        return values.entrySet().stream()
                .map(setting -> "set " + setting.getKey() + " = '" + setting.getValue() + '\'')
                .collect(Collectors.joining("; "));
    }

    /** A statement that nobody could cancel, because the network or this process failed, ends a little after the deadline. */
    private static Map<String, String> valuesFor(Duration deadline) {
        Map<String, String> values = new TreeMap<>(ALWAYS);
        long timeout = deadline.plus(Deadline.GRACE).toMillis();
        values.put("statement_timeout", Long.toString(Math.min(timeout, Integer.MAX_VALUE)));
        return values;
    }

    private static String beginWith(Map<String, String> values) {
        return values.entrySet().stream()
                .map(setting -> "set_config('" + setting.getKey() + "', '" + setting.getValue() + "', true)")
                .collect(Collectors.joining(", ", "begin isolation level repeatable read read only;select ", ";"));
    }

    /** Whether even a single statement needs a transaction for them. */
    boolean areOfTransaction() {
        return ofTransaction;
    }

    /** What begins a transaction, in front of its first statement. */
    String begin() {
        return begin;
    }

    /** How many results that has. */
    int resultsOfBegin() {
        return ofTransaction ? 2 : 1;
    }

    /** Drops the statements that are prepared in a session, unless these are a pooler's. */
    void forgetStatements(PgConnection connection) throws SQLException {
        if (!ofTransaction) {
            connection.execSQLUpdate("deallocate all");
        }
    }
}
