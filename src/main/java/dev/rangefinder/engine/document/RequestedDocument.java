package dev.rangefinder.engine.document;

import org.jspecify.annotations.Nullable;

/**
 * The document of a request.
 *
 * @param text the text
 * @param prepared the prepared document; null when it is not in the cache
 */
public record RequestedDocument(String text, @Nullable PreparedDocument prepared) {}
