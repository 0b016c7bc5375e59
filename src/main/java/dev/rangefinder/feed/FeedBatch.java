package dev.rangefinder.feed;

import java.util.List;

/**
 * Consecutive entries of the log.
 *
 * @param entries the entries, in order
 * @param end the key up to which there are no others
 */
record FeedBatch(List<FeedEntry> entries, long end) {}
