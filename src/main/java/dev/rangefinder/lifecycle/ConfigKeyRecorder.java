package dev.rangefinder.lifecycle;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import jakarta.annotation.Priority;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records which keys of the project are read from the configuration. A key that has a value but is never read is misspelt. This
 * also finds misspelt environment variables, whose names do not distinguish dots from dashes.
 */
@Priority(ConfigKeyRecorder.OUTERMOST)
public final class ConfigKeyRecorder implements ConfigSourceInterceptor {

    static final int OUTERMOST = Integer.MAX_VALUE;

    private static final long serialVersionUID = 1;
    private static final String PREFIX = "RANGEFINDER_";
    private static final Set<String> READ = ConcurrentHashMap.newKeySet();

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        // Most keys belong to others, and all are read at each start.
        if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length() - 1)) {
            READ.add(variable(name));
        }
        return context.proceed(name);
    }

    /** The names of the project that were never read. A key is preferred to the variable with the same meaning. */
    static List<String> unknown(Iterable<String> names) {
        Map<String, String> unknown = new TreeMap<>();
        for (String name : names) {
            String variable = variable(name);
            if (variable.startsWith(PREFIX) && !READ.contains(variable)) {
                unknown.merge(variable, name, (one, other) -> one.equals(variable) ? other : one);
            }
        }
        return List.copyOf(unknown.values());
    }

    /** The environment variable of a key. */
    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
