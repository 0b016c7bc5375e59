package dev.rangefinder.transaction;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;

/** The time that operations have, as far as the database needs to know of it. */
public final class Deadline {

    /** The key that configures it. */
    static final String KEY = "rangefinder.limits.deadline";

    /** What it is unless configured. */
    public static final String DEFAULT = "10s";

    /** How long PostgreSQL may take to cancel what runs at the deadline. One that takes longer is out of reach. */
    public static final Duration GRACE = Duration.ofSeconds(2);

    private Deadline() {}

    /** A value of the key. */
    static Duration parse(String value) {
        return DurationConverter.parseDuration(value);
    }

    static Duration ofDefault() {
        return parse(DEFAULT);
    }
}
