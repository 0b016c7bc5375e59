package dev.rangefinder.engine.document;

import org.jspecify.annotations.Nullable;

/**
 * The document of a request.
 *
 * @param text what the client wrote
 * @param prepared the same, parsed and validated; null when it has not been asked for before
 */
public record RequestedDocument(String text, @Nullable PreparedDocument prepared) {}
