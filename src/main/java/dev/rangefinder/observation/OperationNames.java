package dev.rangefinder.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which operations metrics tell by their names. Clients choose names, and each makes series of its own: so these are the
 * operations of trusted documents, and the first ones that come besides, up to a limit.
 */
@Singleton
public class OperationNames {

    /** What metrics tell. */
    @ConfigMapping(prefix = "rangefinder.metrics")
    interface Config {

        /** How many operations are told by their names, besides those of trusted documents. */
        @WithDefault("50")
        int operations();
    }

    /** Stands for all names that are not told. No name can have a parenthesis. */
    static final String OTHER = "(other)";

    /** Stands for the name where the document is not valid, or was not read. */
    static final String UNKNOWN = "(unknown)";

    private static final int LONGEST = 64;

    private final int limit;
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();
    private final Set<String> first = ConcurrentHashMap.newKeySet();

    OperationNames(Config config) {
        this.limit = config.operations();
    }

    /** Has an operation always told by its name. */
    public void trust(OperationIdentity operation) {
        trusted.add(operation.nameOrNone());
    }

    /** What metrics tell of an operation. */
    String told(@Nullable OperationIdentity operation) {
        if (operation == null) {
            return UNKNOWN;
        }
        String name = operation.nameOrNone();
        if (operation.name() == null || trusted.contains(name) || first.contains(name)) {
            return name;
        }
        return name.length() <= LONGEST && isAdmitted(name) ? name : OTHER;
    }

    private boolean isAdmitted(String name) {
        if (first.size() >= limit) {
            return false;
        }
        synchronized (first) {
            return first.size() < limit && first.add(name) || first.contains(name);
        }
    }
}
