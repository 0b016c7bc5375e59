package dev.rangefinder.feed;

import dev.rangefinder.change.Revision;
import dev.rangefinder.error.InputException;
import dev.rangefinder.history.RevisionFilter;
import dev.rangefinder.transaction.OutageLog;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log while somebody subscribes. One thread reads the newest entries once for all subscribers; another one reads earlier
 * entries for those that continue after a break. What subscribers have not requested yet is not kept for them.
 */
@Singleton
class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);

    /** How many entries a subscriber takes from the buffer at a time. */
    private static final int BATCH = 500;

    private final FeedReader reader;
    private final FeedBuffer buffer;
    private final FeedSubscribers active = new FeedSubscribers();
    private final ScheduledExecutorService follower = thread("feed");
    private final EarlierEntries earlier;
    private final OutageLog outage = new OutageLog("The feed waits");

    /** The newest revision whose entries are in the buffer, or were before it; null while nobody subscribes. */
    private @Nullable Revision followed;

    /** Whether there were entries a moment ago. Those that follow gather for a while, and reach each subscriber in few writes. */
    private boolean gathering;

    Feed(FeedReader reader, FeedConfig config) {
        this.reader = reader;
        this.buffer = new FeedBuffer(config.entries());
        this.earlier = new EarlierEntries(reader, thread("feed-earlier"), outage);
        long interval = config.interval().toMillis();
        follower.scheduleWithFixedDelay(this::follow, interval, interval, TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory(name, true));
    }

    /** The changes after a cursor that match a filter, in the order of commits. */
    Flow.Publisher<CatalogueChange> after(FeedCursor cursor, FeedFilter filter) {
        return subscriber -> {
            FeedSubscription subscription = new FeedSubscription(this, cursor, filter, subscriber);
            active.add(subscription);
            subscriber.onSubscribe(subscription);
        };
    }

    void remove(FeedSubscription subscription) {
        active.remove(subscription);
    }

    Optional<FeedBatch> buffered(long key) {
        return buffer.after(key, BATCH);
    }

    private void follow() {
        if (gathering) {
            gathering = false;
            return;
        }
        try {
            if (active.isEmpty()) {
                forget();
            } else {
                active.check(reader);
                follow(readNew());
            }
        } catch (InputException lost) {
            forget();
            active.fail(lost);
        } catch (SQLException e) {
            outage.report(e);
        } catch (RuntimeException e) {
            LOG.error("The feed cannot be followed", e);
        }
    }

    private void follow(Revision newest) {
        gathering = followed != null && newest.number() > followed.number();
        followed = newest;
    }

    /** Forgets all entries: while nobody follows the catalogue, it may lose them. */
    private void forget() {
        followed = null;
        buffer.clear();
        earlier.forget();
    }

    /** Reads the entries of new revisions, and returns the newest one. */
    private Revision readNew() throws SQLException {
        Revision known = followed;
        Revision newest = known == null ? reader.newest() : reader.newestAfter(known);
        long last = RevisionFilter.lastKey(newest.number());
        if (known == null) {
            buffer.restart(last);
            active.look();
        }
        while (buffer.end() < last) {
            buffer.add(reader.after(buffer.end(), last));
            active.look();
        }
        return newest;
    }

    /**
     * Reads the entries after a key, which are not in the buffer.
     *
     * @param again whether there were none a moment ago, and the buffer does not follow yet
     */
    void load(FeedSubscription subscription, long key, boolean again) {
        earlier.load(subscription, key, again);
    }

    void stop(@Observes ShutdownEvent stop) {
        follower.shutdownNow();
        earlier.stop();
    }
}
