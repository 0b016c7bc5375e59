package dev.rangefinder.feed;

/**
 * An entry of the log, with what subscriptions are filtered by.
 *
 * @param change what is sent to all of them
 * @param type the name of the type of the object
 * @param nodeKey the key of the object
 * @param brands the brands that it concerns
 * @param partnerships the partnerships that it concerns
 */
record FeedEntry(CatalogueChange change, String type, long nodeKey, long[] brands, long[] partnerships) {

    /** Its key, by which entries are ordered. */
    long key() {
        return change.key();
    }
}
