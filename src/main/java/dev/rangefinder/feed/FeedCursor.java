package dev.rangefinder.feed;

import dev.rangefinder.change.Revision;
import dev.rangefinder.history.HistoryApi;
import dev.rangefinder.history.RevisionFilter;
import dev.rangefinder.relay.Cursor;
import java.util.regex.Pattern;

/**
 * A place in the log. It is a cursor of {@code changes}, too, but knows when its revision was committed: the same revision was
 * committed at another time in a catalogue that has lost revisions and made others instead.
 *
 * @param key the key of an entry
 * @param revision its revision, whose time is 0 if the cursor is one of {@code changes}
 */
record FeedCursor(long key, Revision revision) {

    private static final Pattern TIME = Pattern.compile("\\d{1,18}");

    /** The cursor of the entry with a key, whose revision was committed at a time. */
    static String of(long key, long changedAt) {
        return HistoryApi.CHANGES.cursor(key, Long.toString(changedAt));
    }

    /**
     * Decodes a cursor.
     *
     * @throws dev.rangefinder.error.InputException when it is none
     */
    static FeedCursor decode(String text) {
        Cursor cursor = HistoryApi.CHANGES.cursor(text);
        long time = TIME.matcher(cursor.value()).matches() ? Long.parseLong(cursor.value()) : 0;
        return new FeedCursor(cursor.key(), new Revision(RevisionFilter.revisionOf(cursor.key()), time));
    }
}
