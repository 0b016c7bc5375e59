package dev.rangefinder.transaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A state of the catalogue, and a day in the world, which a transaction reads instead of the current ones: see {@link
 * ReadContexts#read(ReadContext, Moment, java.util.function.Supplier)}.
 *
 * @param revision the number of the revision
 * @param changedAt when that revision was committed, in microseconds since the epoch
 * @param isPast whether another revision is known to have followed, so that what is read as of the moment never changes
 * @param validDay the day in the world; null for all that the catalogue knows
 */
public record Moment(
        long revision,
        long changedAt,
        boolean isPast,
        @Nullable ValidDay validDay) {

    private static final int ROWS_PER_VALID_ROW = 100;

    /** A state of the catalogue. */
    public Moment(long revision, long changedAt, boolean isPast) {
        this(revision, changedAt, isPast, null);
    }

    /** The same state of the catalogue on a day in the world; null for all that it knows. */
    public Moment on(@Nullable ValidDay day) {
        return new Moment(revision, changedAt, isPast, day);
    }

    /**
     * The approximate number of rows that a statement on a table reads, with its history. On a day in the world, each counts for as
     * many as may be read in the time that it takes to find out what the row cannot be without.
     */
    long sizeOf(String table, ToLongFunction<String> sizes) {
        long rows = sizes.applyAsLong(table) + sizes.applyAsLong("history." + table);
        return validDay == null ? rows : rows * ROWS_PER_VALID_ROW;
    }

    /** The same moment, once another revision is known to have followed. */
    public Moment past() {
        return new Moment(revision, changedAt, true, validDay);
    }

    /** The schema that has the catalogue as of this moment. */
    DatabaseSchema schema() {
        return DatabaseSchema.of(isPast, validDay);
    }

    /** The day of the moment. What depends on the current day depends on this one, so that an answer never changes. */
    public LocalDate day() {
        return validDay == null ? knownOn() : validDay.day();
    }

    /** The day of the revision in UTC. */
    public LocalDate knownOn() {
        return Instant.EPOCH
                .plus(changedAt, ChronoUnit.MICROS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
