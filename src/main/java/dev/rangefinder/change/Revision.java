package dev.rangefinder.change;

import dev.rangefinder.transaction.OutdatedException;
import dev.rangefinder.transaction.ReadTransaction;
import dev.rangefinder.transaction.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * A state of the catalogue. Two transactions with the same revision read the same entries.
 *
 * @param number counts the changes, in the order of their commits
 * @param changedAt when the last change was committed, in microseconds; it tells a catalogue from a restored copy that took
 *     another way from the same number on
 */
public record Revision(long number, long changedAt) {

    private static final OffsetDateTime EPOCH = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private static final Sql READ = Sql.of("select revision, changed_at from catalogue");

    /**
     * The revision of a transaction that serves nothing else.
     *
     * @param atLeast the number that it must have reached
     * @throws OutdatedException when it has not, or the transaction is one of a replica that is too late
     */
    public static Revision of(ReadTransaction transaction, long atLeast) {
        Revision[] revision = new Revision[1];
        transaction.readLast(READ, row -> revision[0] = of(row).checked(transaction, atLeast));
        return revision[0];
    }

    /**
     * Tells the revision of a transaction once its first statement has been run, which fails with an {@link OutdatedException}
     * when the revision has not reached a number, or the transaction is one of a replica that is too late.
     */
    public static void tell(ReadTransaction transaction, long atLeast, Consumer<Revision> listener) {
        transaction.beginWith(READ, Revision::of, revision -> listener.accept(revision.checked(transaction, atLeast)));
    }

    private static Revision of(ResultSet row) throws SQLException {
        OffsetDateTime changedAt = row.getObject(2, OffsetDateTime.class);
        return new Revision(row.getLong(1), changedAt == null ? 0 : ChronoUnit.MICROS.between(EPOCH, changedAt));
    }

    private Revision checked(ReadTransaction transaction, long atLeast) {
        long wanted = Math.max(atLeast, transaction.minimumRevision());
        if (number < wanted) {
            throw new OutdatedException("The catalogue is at revision " + number + ", not at " + wanted + " yet.");
        }
        return this;
    }
}
