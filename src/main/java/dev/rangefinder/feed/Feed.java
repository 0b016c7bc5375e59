package dev.rangefinder.feed;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.transaction.OutageLog;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

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
    private final Set<FeedSubscription> active = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService follower = thread("feed");
    private final EarlierEntries earlier;
    private final OutageLog outage = new OutageLog("The feed waits");
    private boolean following;

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

    /** The changes after a key that match a filter, in the order of commits. */
    Flow.Publisher<CatalogueEvent> after(long key, FeedFilter filter) {
        return subscriber -> {
            FeedSubscription subscription = new FeedSubscription(this, key, filter, subscriber);
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
        try {
            if (active.isEmpty()) {
                following = false;
            } else {
                readNew();
            }
        } catch (SQLException e) {
            outage.report(e);
        } catch (RuntimeException e) {
            LOG.error("The feed cannot be followed", e);
        }
    }

    private void readNew() throws SQLException {
        long last = reader.last();
        if (last < buffer.end() && following) {
            InputException restored = new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "The catalogue was restored to an earlier revision. Read it again, and subscribe to what follows.");
            active.forEach(subscription -> subscription.fail(restored));
            following = false;
        }
        if (!following) {
            buffer.restart(last);
            following = true;
            active.forEach(FeedSubscription::look);
        }
        while (buffer.end() < last && !active.isEmpty()) {
            buffer.add(reader.after(buffer.end(), last));
            active.forEach(FeedSubscription::look);
        }
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
