package dev.rangefinder.feed;

import dev.rangefinder.history.RevisionFilter;

/**
 * An entry of the log, with what subscriptions are filtered by.
 *
 * @param key its key, by which entries are ordered
 * @param type the name of the type of the object
 * @param nodeKey the key of the object
 * @param brands the brands that it concerns
 * @param partnerships the partnerships that it concerns
 */
record FeedEntry(long key, String type, long nodeKey, long[] brands, long[] partnerships) {

    /** The revision that made the change. */
    long revision() {
        return RevisionFilter.revisionOf(key);
    }
}
