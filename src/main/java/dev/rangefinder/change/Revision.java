package dev.rangefinder.change;

import dev.rangefinder.sql.Snapshot;
import dev.rangefinder.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * A state of the catalogue. Two snapshots with the same revision hold the same entries.
 *
 * @param number counts the changes, in the order of their commits
 * @param changedAt when the last change began, in microseconds; it tells a catalogue from a restored copy that took
 *     another way from the same number on
 */
public record Revision(long number, long changedAt) {

    private static final Sql READ =
            Sql.of("select revision, coalesce(extract(epoch from changed_at) * 1000000, 0)::bigint from catalogue");

    /** The revision of a snapshot that serves nothing else. */
    public static Revision of(Snapshot snapshot) {
        Revision[] revision = new Revision[1];
        snapshot.expectOneStatement();
        snapshot.read(READ, row -> revision[0] = of(row));
        return revision[0];
    }

    /** Tells the revision of a snapshot once its first statement has been run. */
    public static void tell(Snapshot snapshot, Consumer<Revision> listener) {
        snapshot.beginWith(READ, row -> listener.accept(of(row)));
    }

    private static Revision of(ResultSet row) throws SQLException {
        return new Revision(row.getLong(1), row.getLong(2));
    }
}
