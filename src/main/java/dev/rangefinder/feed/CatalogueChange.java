package dev.rangefinder.feed;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.history.RevisionFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** An event of the feed. */
@Description("A change of one object. A revision has one for each object that it changed.")
public final class CatalogueChange implements CatalogueEvent {

    private final long key;
    private final String cursor;

    CatalogueChange(long key, String cursor) {
        this.key = key;
        this.cursor = cursor;
    }

    /** The key of the entry of the log. */
    @Ignore
    long key() {
        return key;
    }

    @Override
    @Ignore
    public long revision() {
        return RevisionFilter.revisionOf(key);
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
