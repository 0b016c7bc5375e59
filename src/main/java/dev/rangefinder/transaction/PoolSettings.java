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

/** Tells the pools of connections what follows from our own keys. What makes no sense is reported with those. */
public final class PoolSettings implements ConfigSourceFactory {

    /** Below that of environment variables, so that these can still name another value. */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean ofTransaction =
                PoolMode.TRANSACTION.name().equalsIgnoreCase(value(context, "rangefinder.database.pool-mode"));
        String prepares = value(context, "rangefinder.database.prepared-statements");
        boolean preparing = prepares == null ? !ofTransaction : Boolean.parseBoolean(prepares);
        String atConnect = ofTransaction ? "" : SessionSettings.atConnect(deadline(value(context, Deadline.KEY)));
        Map<String, String> settings = new HashMap<>();
        for (String pool : List.of("reading", "replica")) {
            settings.put("quarkus.datasource." + pool + ".jdbc.new-connection-sql", atConnect);
            // A statement is prepared at its first use
            settings.put(threshold('.' + pool), preparing ? "1" : "0");
        }
        settings.put(threshold(""), preparing ? "5" : "0");
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
            return Deadline.ofDefault(); // the start will not come far
        }
    }
}
