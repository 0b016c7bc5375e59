package dev.rangefinder.change;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.OutdatedException;
import dev.rangefinder.transaction.ReadTransaction;
import dev.rangefinder.transaction.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The revision of the catalogue that a client asks for, in the log.
 *
 * @param moment null if the log does not have it any more
 * @param isFuture whether the client asks for a time that has not come
 */
public record FoundMoment(@Nullable Moment moment, boolean isFuture) {

    /**
     * Finds a revision, or the one that was current at a time, in a transaction that runs no other statement.
     *
     * @throws OutdatedException when the catalogue has not reached the revision, or a replica may not have all changes up to the time
     */
    public static FoundMoment of(ReadTransaction transaction, @Nullable Integer revision, @Nullable Instant knownAt) {
        FoundMoment[] found = new FoundMoment[1];
        Sql query = Sql.of(
                "select * from find_moment(?::bigint, ?::timestamptz)",
                revision,
                knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC));
        transaction.readLast(query, row -> found[0] = of(row, transaction, revision));
        return found[0];
    }

    private static FoundMoment of(ResultSet row, ReadTransaction transaction, @Nullable Integer revision)
            throws SQLException {
        long number = row.getLong(1);
        boolean isUnknown = row.wasNull();
        long newest = row.getLong(3);
        boolean isSettled = row.getBoolean(4); // no later change can belong to the moment
        if (revision != null && newest < revision) {
            throw new OutdatedException(
                    "The catalogue is at revision " + newest + " and has not reached revision " + revision + " yet.");
        }
        if (!isSettled && transaction.isOnReplica()) {
            throw new OutdatedException("The replica may not have all changes up to this time.");
        }
        return new FoundMoment(
                isUnknown ? null : new Moment(number, Revision.microseconds(row, 2), isSettled && number < newest),
                row.getBoolean(5));
    }
}
