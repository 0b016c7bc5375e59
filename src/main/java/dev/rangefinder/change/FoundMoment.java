package dev.rangefinder.change;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.OutdatedException;
import dev.rangefinder.transaction.ReadContext;
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
 * @param moment null if its history is not kept any more
 * @param isFuture whether the client asks for a time that has not come
 * @param newest the revision that the transaction reads
 * @param oldest the oldest revision whose history is kept
 */
public record FoundMoment(@Nullable Moment moment, boolean isFuture, long newest, long oldest) {

    /**
     * Finds a revision, or the one that was current at a time, in a transaction that runs no other statement.
     *
     * @throws OutdatedException when the catalogue has not reached the revision, or a replica may not have all changes up to the time
     */
    public static FoundMoment of(ReadTransaction transaction, @Nullable Integer revision, @Nullable Instant knownAt) {
        FoundMoment[] found = new FoundMoment[1];
        transaction.readLast(query(revision, knownAt), row -> found[0] = of(row, transaction, revision));
        return found[0];
    }

    /**
     * Finds a revision, or the one that was current at a time, in the transaction of the current operation. It may be later than the one
     * that the operation reads.
     *
     * @throws OutdatedException when a replica may not have the revision, or not all changes up to the time
     */
    public static FoundMoment inOperation(@Nullable Integer revision, @Nullable Instant knownAt) {
        ReadContext context = ReadContext.current();
        ReadTransaction transaction = context.transaction();
        boolean isComplete = !transaction.isOnReplica() || transaction.moment() != null;
        FoundMoment[] found = new FoundMoment[1];
        context.read(query(revision, knownAt), row -> found[0] = isComplete ? of(row) : of(row, transaction, revision));
        return found[0];
    }

    private static Sql query(@Nullable Integer revision, @Nullable Instant knownAt) {
        return Sql.of(
                "select * from find_moment(?::bigint, ?::timestamptz)",
                revision,
                knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC));
    }

    private static FoundMoment of(ResultSet row, ReadTransaction transaction, @Nullable Integer revision)
            throws SQLException {
        FoundMoment found = of(row);
        if (revision != null && found.newest < revision) {
            throw new OutdatedException("The catalogue is at revision " + found.newest
                    + " and has not reached revision " + revision + " yet.");
        }
        if (!isSettled(row) && transaction.isOnReplica()) {
            throw new OutdatedException("The replica may not have all changes up to this time.");
        }
        return found;
    }

    private static FoundMoment of(ResultSet row) throws SQLException {
        long number = row.getLong(1);
        boolean isUnknown = row.wasNull();
        long newest = row.getLong(3);
        boolean isPast = isSettled(row) && number < newest;
        return new FoundMoment(
                isUnknown ? null : new Moment(number, Revision.microseconds(row, 2), isPast),
                row.getBoolean(5),
                newest,
                row.getLong(6));
    }

    /** Whether no later change can belong to the moment. */
    private static boolean isSettled(ResultSet row) throws SQLException {
        return row.getBoolean(4);
    }
}
