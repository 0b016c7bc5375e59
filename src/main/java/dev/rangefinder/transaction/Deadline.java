package dev.rangefinder.transaction;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;

/** The deadline of operations, from which the statement timeout of the database is derived. */
public final class Deadline {

    static final String KEY = "rangefinder.limits.deadline";

    /** The default value. */
    public static final String DEFAULT = "10s";

    /** How long PostgreSQL may take to cancel a statement at the deadline before it counts as unreachable. */
    public static final Duration GRACE = Duration.ofSeconds(2);

    private Deadline() {}

    static Duration parse(String value) {
        return DurationConverter.parseDuration(value);
    }

    static Duration ofDefault() {
        return parse(DEFAULT);
    }
}
