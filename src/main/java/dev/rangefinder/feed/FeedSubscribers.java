package dev.rangefinder.feed;

import static java.util.stream.Collectors.groupingBy;

import dev.rangefinder.change.Revision;
import dev.rangefinder.error.InputException;
import dev.rangefinder.transaction.PrunedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The active subscriptions to the feed. It can be used by any thread. */
final class FeedSubscribers {

    private final Set<FeedSubscription> active = ConcurrentHashMap.newKeySet();

    void add(FeedSubscription subscription) {
        active.add(subscription);
    }

    void remove(FeedSubscription subscription) {
        active.remove(subscription);
    }

    boolean isEmpty() {
        return active.isEmpty();
    }

    /** Lets all of them look for entries. */
    void look() {
        active.forEach(FeedSubscription::look);
    }

    /** Ends all of them. */
    void fail(Throwable failure) {
        active.forEach(subscription -> subscription.fail(failure));
    }

    /**
     * Ends new ones that begin after a revision which the catalogue does not have. It had it when they were accepted, but may have lost
     * it in a failover before the feed followed it.
     */
    void check(FeedReader reader) throws SQLException {
        Map<Revision, List<FeedSubscription>> unchecked = active.stream()
                .filter(subscription -> !subscription.isChecked())
                .collect(groupingBy(subscription -> subscription.start().revision()));
        for (Revision revision : unchecked.keySet()) {
            check(reader, revision, unchecked.get(revision));
        }
    }

    private static void check(FeedReader reader, Revision revision, List<FeedSubscription> subscriptions)
            throws SQLException {
        try {
            reader.newestAfter(revision);
            subscriptions.forEach(FeedSubscription::markChecked);
        } catch (InputException | PrunedException lost) {
            subscriptions.forEach(subscription -> subscription.fail(lost));
        }
    }
}
