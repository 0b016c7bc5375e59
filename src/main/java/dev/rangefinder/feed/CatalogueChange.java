package dev.rangefinder.feed;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.transaction.Moment;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** An event of the feed. */
@Description("A change of one object. A revision has one for each object that it changed.")
public final class CatalogueChange implements CatalogueEvent {

    private final long key;
    private final Moment moment;
    private final String cursor;

    /**
     * A change.
     *
     * @param key the key of the entry of the log
     * @param moment the revision that made it
     */
    CatalogueChange(long key, Moment moment) {
        this.key = key;
        this.moment = moment;
        this.cursor = FeedCursor.of(key, moment.changedAt());
    }

    @Ignore
    long key() {
        return key;
    }

    @Override
    @Ignore
    public Moment moment() {
        return moment;
    }

    @Override
    @Ignore
    public String cursor() {
        return cursor;
    }

    @Description(
            "The place of the change among all others, which is also a cursor of `changes`. To continue after a lost connection, subscribe again with it in `after`.")
    public String getCursor() {
        return cursor;
    }
}
