package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The extension {@code persistedQuery} of a request, as Apollo's clients send it. */
final class PersistedQuery {

    private PersistedQuery() {}

    /** The SHA-256 of the document, in hexadecimal digits; null when the request lacks the extension. */
    static @Nullable String hashOf(Map<String, Object> extensions) {
        Object extension = extensions.get("persistedQuery");
        if (extension == null) {
            return null;
        }
        if (!(extension instanceof Map<?, ?> persisted) || !Integer.valueOf(1).equals(persisted.get("version"))) {
            throw new InputException(ErrorCode.BAD_REQUEST, "Unsupported persisted query version");
        }
        if (persisted.get("sha256Hash") instanceof String hash) {
            return hash;
        }
        throw new InputException(ErrorCode.BAD_REQUEST, "A persisted query must have a `sha256Hash`.");
    }
}
