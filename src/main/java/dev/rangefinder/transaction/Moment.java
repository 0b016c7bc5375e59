package dev.rangefinder.transaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * An earlier state of the catalogue, which a transaction reads instead of the current one: see {@link ReadContexts#read(ReadContext,
 * Moment, java.util.function.Supplier)}.
 *
 * @param revision the number of the revision
 * @param changedAt when that revision was committed, in microseconds since the epoch
 * @param isPast whether another revision is known to have followed, so that what is read as of the moment never changes
 */
public record Moment(long revision, long changedAt, boolean isPast) {

    /** Opens the moment in a transaction; the row begins with its revision and its time. */
    public Sql opening() {
        return Sql.of("select * from open_moment(?)", revision);
    }

    /** Makes a transaction open its moment, if it reads one. */
    static void openIn(ReadTransaction transaction) {
        Moment moment = transaction.moment();
        if (moment != null) {
            transaction.beginWith(moment.opening(), row -> moment, opened -> {});
        }
    }

    /** The day of the moment in UTC. What depends on the current day depends on this one, so that an answer never changes. */
    public LocalDate day() {
        return Instant.EPOCH
                .plus(changedAt, ChronoUnit.MICROS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
