package dev.rangefinder.engine;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The response keys of a document: GraphQL specification, section 2.7. Each is encoded once, however many places of the answer
 * have it, because a fragment can lead a long key to many of them.
 */
final class ResponseKeys {

    private final Map<String, SerializedString> encoded = new ConcurrentHashMap<>();

    /** The encoded form of a key. */
    SerializedString encode(String key) {
        return encoded.computeIfAbsent(key, SerializedString::new);
    }
}
