package dev.rangefinder.feed;

import dev.rangefinder.change.Revision;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.history.RevisionFilter;
import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.PrunedException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads the log from the primary, whose revisions no replica precedes. */
@Singleton
class FeedReader {

    /** The maximum number of entries that one statement reads. */
    private static final int MAX_ENTRIES = 500;

    private static final String NEWEST =
            "select c.revision, c.changed_at, known.changed_at, known.oldest from catalogue c, find_moment(?, null) known";

    private static final String ENTRIES =
            "select id, committed_at, type, node_key, brands, partnerships from feed_entries(?, ?, ?)";

    private final DataSource database;

    FeedReader(DataSource database) {
        this.database = database;
    }

    /** The newest revision. */
    Revision newest() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Revision.read(connection);
        }
    }

    /**
     * The newest revision, which follows a known one.
     *
     * @param known a revision that was read before, by this process or another one; its time is 0 if that is not known
     * @throws InputException when the catalogue has lost it
     * @throws PrunedException when its history is not kept any more
     */
    Revision newestAfter(Revision known) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setLong(1, known.number());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                check(known, row);
                return new Revision(row.getLong(1), Revision.microseconds(row, 2));
            }
        }
    }

    private static void check(Revision known, ResultSet row) throws SQLException {
        if (known.number() > 0 && known.number() < row.getLong(4)) {
            throw new PrunedException(row.getLong(4));
        }
        long changedAt = Revision.microseconds(row, 3);
        if (known.number() > row.getLong(1) || known.changedAt() != 0 && known.changedAt() != changedAt) {
            throw new InputException(
                    ErrorCode.REVISION_LOST,
                    "The catalogue has lost revision " + known.number()
                            + " in a failure of its database, and is at revision " + row.getLong(1)
                            + ". Read it again, and subscribe to what follows.");
        }
    }

    /**
     * The entries after a key.
     *
     * @param until the last key that a revision which was read can have
     * @throws PrunedException when some of them are not kept any more
     */
    FeedBatch after(long key, long until) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setLong(1, key);
            statement.setLong(2, until);
            statement.setInt(3, MAX_ENTRIES);
            List<FeedEntry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            boolean complete = entries.size() < MAX_ENTRIES;
            return new FeedBatch(
                    entries, complete ? until : entries.get(entries.size() - 1).key());
        } catch (SQLException e) {
            throw PrunedException.of(e).orElseThrow(() -> e);
        }
    }

    private static FeedEntry entry(ResultSet row) throws SQLException {
        long key = row.getLong(1);
        Moment moment = new Moment(RevisionFilter.revisionOf(key), Revision.microseconds(row, 2), false);
        return new FeedEntry(
                new CatalogueChange(key, moment), row.getString(3), row.getLong(4), keys(row, 5), keys(row, 6));
    }

    private static long[] keys(ResultSet row, int column) throws SQLException {
        return Stream.of((Long[]) row.getArray(column).getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }
}
