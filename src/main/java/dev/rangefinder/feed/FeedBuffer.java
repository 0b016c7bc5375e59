package dev.rangefinder.feed;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The latest entries of the log, in memory. It can be used by any thread. */
final class FeedBuffer {

    private final int capacity;
    private final TreeMap<Long, FeedEntry> entries = new TreeMap<>();

    /** All entries after this key are here; those before it are not. */
    private long start = Long.MAX_VALUE;

    private long end;

    FeedBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Forgets everything. */
    synchronized void clear() {
        restart(Long.MAX_VALUE);
    }

    /** Forgets everything, and continues after a key. */
    synchronized void restart(long key) {
        entries.clear();
        start = key;
        end = key;
    }

    synchronized long end() {
        return end;
    }

    /** Adds the entries that follow, and forgets the oldest ones for which there is no room. */
    synchronized void add(FeedBatch batch) {
        batch.entries().forEach(entry -> entries.put(entry.key(), entry));
        end = batch.end();
        while (entries.size() > capacity) {
            start = entries.pollFirstEntry().getKey();
        }
    }

    /** The entries after a key, at most a number of them; empty when some of them are not here any more. */
    synchronized Optional<FeedBatch> after(long key, int limit) {
        if (key < start) {
            return Optional.empty();
        }
        List<FeedEntry> next =
                entries.tailMap(key, false).values().stream().limit(limit).toList();
        return Optional.of(new FeedBatch(
                next,
                next.size() < limit
                        ? Math.max(key, end)
                        : next.get(next.size() - 1).key()));
    }
}
