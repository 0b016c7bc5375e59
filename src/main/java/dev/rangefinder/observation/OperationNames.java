package dev.rangefinder.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels operations in metrics. Clients choose the names of operations, and each label adds time series, so that only the
 * operations of trusted documents and, up to a limit, the first others are labelled by their names.
 */
@Singleton
public class OperationNames {

    /** Configures the labels of metrics. */
    @ConfigMapping(prefix = "rangefinder.metrics")
    interface Config {

        /** How many operations are labelled by their names, besides those of trusted documents. */
        @WithDefault("50")
        int operations();
    }

    /** Labels all other operations. No name contains a parenthesis. */
    static final String OTHER = "(other)";

    /** Labels requests whose document was invalid, or was not read. */
    static final String UNKNOWN = "(unknown)";

    private static final int MAX_LENGTH = 64;

    private final int limit;
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();
    private final Set<String> first = ConcurrentHashMap.newKeySet();

    OperationNames(Config config) {
        this.limit = config.operations();
    }

    /** Always labels an operation by its name. */
    public void trust(OperationIdentity operation) {
        trusted.add(operation.nameOrAnonymous());
    }

    /** The label of an operation. */
    String labelOf(@Nullable OperationIdentity operation) {
        if (operation == null) {
            return UNKNOWN;
        }
        String name = operation.nameOrAnonymous();
        if (operation.name() == null || trusted.contains(name) || first.contains(name)) {
            return name;
        }
        return name.length() <= MAX_LENGTH && isAdmitted(name) ? name : OTHER;
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
