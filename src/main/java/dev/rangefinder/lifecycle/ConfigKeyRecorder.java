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
 * Notes which of the project's keys the configuration is asked for, while it is read as a whole. A key that has a value
 * and that nothing asks for is misspelt. In this way it is found in environment variables, too, whose names do not tell
 * a dot from a dash.
 */
@Priority(ConfigKeyRecorder.OUTERMOST)
public final class ConfigKeyRecorder implements ConfigSourceInterceptor {

    static final int OUTERMOST = Integer.MAX_VALUE;

    private static final long serialVersionUID = 1;
    private static final String OURS = "RANGEFINDER_";
    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        // Most keys are others', and all of them are asked for at each start.
        if (name.regionMatches(true, 0, OURS, 0, OURS.length() - 1)) {
            ASKED.add(variable(name));
        }
        return context.proceed(name);
    }

    /** Those of some names that are ours, and that nothing asked for: as keys, where variables are among the names, too. */
    static List<String> unknown(Iterable<String> names) {
        Map<String, String> unknown = new TreeMap<>();
        for (String name : names) {
            String variable = variable(name);
            if (variable.startsWith(OURS) && !ASKED.contains(variable)) {
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
