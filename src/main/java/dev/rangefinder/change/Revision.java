package dev.rangefinder.change;

import dev.rangefinder.sql.OutdatedException;
import dev.rangefinder.sql.Snapshot;
import dev.rangefinder.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * A state of the catalogue. Two snapshots with the same revision hold the same entries.
 *
 * @param number counts the changes, in the order of their commits
 * @param changedAt when the last change was committed, in microseconds; it tells a catalogue from a restored copy that took
 *     another way from the same number on
 */
public record Revision(long number, long changedAt) {

    private static final OffsetDateTime EPOCH = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private static final Sql READ = Sql.of("select revision, changed_at from catalogue");

    /**
     * The revision of a snapshot that serves nothing else.
     *
     * @param atLeast the number that it must have reached
     * @throws OutdatedException when it has not, or the snapshot is one of a replica that is too late
     */
    public static Revision of(Snapshot snapshot, long atLeast) {
        Revision[] revision = new Revision[1];
        snapshot.expectLastStatement();
        snapshot.read(READ, row -> revision[0] = of(row).checked(snapshot, atLeast));
        return revision[0];
    }

    /**
     * Tells the revision of a snapshot once its first statement has been run, which fails with an {@link OutdatedException}
     * when the revision has not reached a number, or the snapshot is one of a replica that is too late.
     */
    public static void tell(Snapshot snapshot, long atLeast, Consumer<Revision> listener) {
        snapshot.beginWith(READ, Revision::of, revision -> listener.accept(revision.checked(snapshot, atLeast)));
    }

    private static Revision of(ResultSet row) throws SQLException {
        OffsetDateTime changedAt = row.getObject(2, OffsetDateTime.class);
        return new Revision(row.getLong(1), changedAt == null ? 0 : ChronoUnit.MICROS.between(EPOCH, changedAt));
    }

    private Revision checked(Snapshot snapshot, long atLeast) {
        long wanted = Math.max(atLeast, snapshot.earliest());
        if (number < wanted) {
            throw new OutdatedException("The catalogue is at revision " + number + ", not at " + wanted + " yet.");
        }
        return this;
    }
}
