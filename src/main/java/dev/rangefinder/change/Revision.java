package dev.rangefinder.change;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.OutdatedException;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadTransaction;
import dev.rangefinder.transaction.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * A state of the catalogue. Two transactions with the same revision read the same entries.
 *
 * @param number counts the changes, in the order of their commits
 * @param changedAt when the last change was committed, in microseconds since the epoch; it distinguishes a catalogue from a restored
 *     copy that has diverged from it since the same number
 */
public record Revision(long number, long changedAt) {

    private static final OffsetDateTime EPOCH = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private static final Sql READ = Sql.of("select revision, changed_at from catalogue");

    /**
     * The revision of a transaction that runs no other statement.
     *
     * @param atLeast the number that the revision must have reached
     * @throws OutdatedException when it has not, or when the transaction reads a replica that lags too far behind
     */
    public static Revision of(ReadTransaction transaction, long atLeast) {
        Revision[] revision = new Revision[1];
        transaction.readLast(READ, row -> revision[0] = of(row).checked(transaction, atLeast));
        return revision[0];
    }

    /** The revision that the current operation reads. */
    public static Revision ofOperation() {
        Revision[] revision = new Revision[1];
        ReadContext.current().read(READ, row -> revision[0] = of(row));
        return revision[0];
    }

    /**
     * Reports the revision of a transaction, or that of its moment, when its first statement runs. That statement fails with an {@link OutdatedException}
     * when the revision has not reached a number, or when the transaction reads a replica that lags too far behind.
     */
    public static void report(ReadTransaction transaction, long atLeast, Consumer<Revision> listener) {
        transaction.beginWith(READ, Revision::of, revision -> listener.accept(revision.checked(transaction, atLeast)));
    }

    /** The revision of a moment. */
    public static Revision of(Moment moment) {
        return new Revision(moment.revision(), moment.changedAt());
    }

    /** The revision that the transaction of a connection sees. */
    public static Revision read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ.text())) {
            row.next();
            return of(row);
        }
    }

    private static Revision of(ResultSet row) throws SQLException {
        return new Revision(row.getLong(1), microseconds(row, 2));
    }

    /** A time in a row, in microseconds since the epoch; 0 if there is none. */
    public static long microseconds(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? 0 : ChronoUnit.MICROS.between(EPOCH, time);
    }

    private Revision checked(ReadTransaction transaction, long atLeast) {
        long required = Math.max(atLeast, transaction.minimumRevision());
        if (number < required) {
            throw new OutdatedException(
                    "The catalogue is at revision " + number + " and has not reached revision " + required + " yet.");
        }
        return this;
    }
}
