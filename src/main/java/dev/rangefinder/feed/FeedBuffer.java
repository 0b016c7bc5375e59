package dev.rangefinder.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The latest entries of the log, in memory. It can be used by any thread. */
final class FeedBuffer {

    private static final long[] NONE = {};

    private final int capacity;
    private List<FeedEntry> entries = new ArrayList<>();

    /** All entries after this key are here; those before it are not. */
    private long start = Long.MAX_VALUE;

    private long end;

    FeedBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Forgets everything, and continues after a key. */
    synchronized void restart(long key) {
        entries = new ArrayList<>();
        start = key;
        end = key;
    }

    synchronized long end() {
        return end;
    }

    /** Adds the entries that follow, and forgets the oldest ones for which there is no room. */
    synchronized void add(FeedBatch batch) {
        entries.addAll(batch.entries());
        end = batch.end();
        int surplus = entries.size() - capacity;
        if (surplus > 0) {
            start = entries.get(surplus - 1).key();
            entries = new ArrayList<>(entries.subList(surplus, entries.size()));
        }
    }

    /** The entries after a key, at most a number of them; empty when some of them are not here any more. */
    synchronized Optional<FeedBatch> after(long key, int limit) {
        if (key < start) {
            return Optional.empty();
        }
        FeedEntry before = new FeedEntry(key, "", 0, NONE, NONE);
        int found = Collections.binarySearch(entries, before, Comparator.comparing(FeedEntry::key));
        int from = found < 0 ? -found - 1 : found + 1;
        int to = Math.min(entries.size(), from + limit);
        List<FeedEntry> next = List.copyOf(entries.subList(from, to));
        return Optional.of(new FeedBatch(
                next,
                to == entries.size()
                        ? Math.max(key, end)
                        : next.get(next.size() - 1).key()));
    }
}
