package dev.rangefinder.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rangefinder.history.RevisionFilter;
import dev.rangefinder.transaction.OutageLog;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads entries for subscribers that continue after a break. Those that continue after the same one share them. */
final class EarlierEntries {

    /** How many batches are kept. */
    private static final int MAX_BATCHES = 64;

    private static final long PAUSE_MILLISECONDS = 50;
    private static final long RETRY_MILLISECONDS = 1_000;

    private final FeedReader reader;
    private final ScheduledExecutorService thread;
    private final OutageLog outage;
    private final Cache<Long, FeedBatch> batches =
            Caffeine.newBuilder().maximumSize(MAX_BATCHES).build();

    /** Reads on a thread of its own. */
    EarlierEntries(FeedReader reader, ScheduledExecutorService thread, OutageLog outage) {
        this.reader = reader;
        this.thread = thread;
        this.outage = outage;
    }

    /**
     * Reads the entries after a key for a subscription, however long the database is out of reach.
     *
     * @param again whether there were none a moment ago
     */
    void load(FeedSubscription subscription, long key, boolean again) {
        thread.schedule(() -> load(subscription, key), again ? PAUSE_MILLISECONDS : 0, TimeUnit.MILLISECONDS);
    }

    private void load(FeedSubscription subscription, long key) {
        try {
            subscription.loaded(after(key));
        } catch (SQLException e) {
            outage.report(e);
            thread.schedule(() -> load(subscription, key), RETRY_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            subscription.fail(e);
        }
    }

    private FeedBatch after(long key) throws SQLException {
        FeedBatch known = batches.getIfPresent(key);
        if (known != null) {
            return known;
        }
        long last = RevisionFilter.lastKey(reader.newest().number());
        FeedBatch batch = reader.after(key, last);
        if (batch.end() < last) {
            batches.put(key, batch); // nothing can be added between its entries
        }
        return batch;
    }

    /** Forgets all entries. */
    void forget() {
        batches.invalidateAll();
    }

    void stop() {
        thread.shutdownNow();
    }
}
