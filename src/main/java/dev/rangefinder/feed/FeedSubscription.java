package dev.rangefinder.feed;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The place of one subscriber in the log. It reads further only when the subscriber requests more. */
final class FeedSubscription implements Flow.Subscription {

    private final Feed feed;
    private final FeedCursor start;
    private final FeedFilter filter;
    private final Flow.Subscriber<? super CatalogueChange> subscriber;
    private final AtomicLong demand = new AtomicLong();

    /** How often this subscription must still look for entries. Only the thread that sets it from 0 does so. */
    private final AtomicInteger looks = new AtomicInteger();

    private volatile boolean checked;
    private volatile boolean ended;
    private volatile @Nullable FeedBatch loaded;
    private boolean loading;
    private Iterator<FeedEntry> entries = Collections.emptyIterator();

    /** All entries up to this key have been taken. */
    private long position;

    /** The subscription of a subscriber to the entries after a cursor. */
    FeedSubscription(
            Feed feed, FeedCursor start, FeedFilter filter, Flow.Subscriber<? super CatalogueChange> subscriber) {
        this.feed = feed;
        this.start = start;
        this.position = start.key();
        this.filter = filter;
        this.subscriber = subscriber;
    }

    /** Where it begins. */
    FeedCursor start() {
        return start;
    }

    /** Whether the catalogue was found to have the revision where it begins, after it was active. */
    boolean isChecked() {
        return checked;
    }

    void markChecked() {
        checked = true;
    }

    @Override
    public void request(long number) {
        if (number <= 0) {
            fail(new IllegalArgumentException("A subscriber must request a positive number of events"));
            return;
        }
        demand.accumulateAndGet(number, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
        look();
    }

    @Override
    public void cancel() {
        ended = true;
        feed.remove(this);
    }

    /** Ends the subscription. */
    void fail(Throwable failure) {
        if (!ended) {
            cancel();
            subscriber.onError(failure);
        }
    }

    /** Continues with entries that were read from the database. */
    void loaded(FeedBatch batch) {
        loaded = batch;
        look();
    }

    /** Looks for entries, after more have been requested or added. */
    void look() {
        if (looks.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            deliver();
            seen = looks.addAndGet(-seen);
        } while (seen > 0);
    }

    private void deliver() {
        while (!ended && demand.get() > 0 && (entries.hasNext() || takeBatch())) {
            if (entries.hasNext()) {
                deliver(entries.next());
            }
        }
    }

    private void deliver(FeedEntry entry) {
        if (filter.matches(entry)) {
            demand.decrementAndGet();
            subscriber.onNext(entry.change());
        }
    }

    /** Takes the next entries; returns whether there are any now. */
    private boolean takeBatch() {
        FeedBatch batch = loaded;
        if (batch != null) {
            loaded = null;
            loading = false;
            if (take(batch)) {
                return true;
            }
        }
        if (loading) {
            return false;
        }
        Optional<FeedBatch> buffered = feed.buffered(position);
        if (buffered.isPresent()) {
            return take(buffered.get());
        }
        loading = true;
        feed.load(this, position, batch != null);
        return false;
    }

    private boolean take(FeedBatch batch) {
        entries = batch.entries().iterator();
        position = batch.end();
        return entries.hasNext();
    }
}
