package dev.rangefinder.feed;

import dev.rangefinder.history.RevisionFilter;
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

    private static final String REVISION = "select revision from catalogue";

    private static final String ENTRIES = "select id, type, node_key, brands, partnerships from feed_entries(?, ?, ?)";

    private final DataSource database;

    FeedReader(DataSource database) {
        this.database = database;
    }

    /** The last key that the current revision can have. */
    long last() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(REVISION);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return RevisionFilter.lastKey(row.getLong(1));
        }
    }

    /**
     * The entries after a key.
     *
     * @param until a key that {@link #last} has returned
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
        }
    }

    private static FeedEntry entry(ResultSet row) throws SQLException {
        return new FeedEntry(row.getLong(1), row.getString(2), row.getLong(3), keys(row, 4), keys(row, 5));
    }

    private static long[] keys(ResultSet row, int column) throws SQLException {
        return Stream.of((Long[]) row.getArray(column).getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }
}
