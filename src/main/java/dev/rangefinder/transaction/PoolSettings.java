package dev.rangefinder.transaction;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Derives settings of the connection pools from our own configuration keys, whose own mappings report invalid values. */
public final class PoolSettings implements ConfigSourceFactory {

    /** Below the ordinal of environment variables, so that these take precedence. */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean perTransaction =
                PoolMode.TRANSACTION.name().equalsIgnoreCase(value(context, "rangefinder.database.pool-mode"));
        String configured = value(context, "rangefinder.database.prepared-statements");
        boolean prepares = configured == null ? !perTransaction : Boolean.parseBoolean(configured);
        Duration deadline = deadline(value(context, Deadline.KEY));
        Map<String, String> initialSql = Map.of(
                "reading", SessionSettings.initialSql(deadline),
                "replica", SessionSettings.initialSql(deadline),
                "asof", SessionSettings.initialSqlAsOf(deadline),
                "asof-replica", SessionSettings.initialSqlAsOf(deadline));
        Map<String, String> settings = new HashMap<>();
        initialSql.forEach((pool, sql) -> {
            settings.put("quarkus.datasource." + pool + ".jdbc.new-connection-sql", perTransaction ? "" : sql);
            // A statement is prepared on its first use
            settings.put(threshold('.' + pool), prepares ? "1" : "0");
        });
        settings.put(threshold(""), prepares ? "5" : "0");
        return List.of(new PropertiesConfigSource(settings, "rangefinder.database", ORDINAL));
    }

    private static String threshold(String pool) {
        return "quarkus.datasource" + pool + ".jdbc.additional-jdbc-properties.prepareThreshold";
    }

    private static @Nullable String value(ConfigSourceContext context, String key) {
        return context.getValue(key).getValue();
    }

    private static Duration deadline(@Nullable String configured) {
        try {
            return configured == null ? Deadline.ofDefault() : Deadline.parse(configured);
        } catch (IllegalArgumentException e) {
            return Deadline.ofDefault(); // the mapping of the key rejects the value and stops the start
        }
    }
}
