package dev.rangefinder.http;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.serving.MediaRange;
import dev.rangefinder.serving.MediaType;
import java.util.List;

/** Accepts only JSON, because browsers send the media types of forms across origins without a preflight. */
final class JsonContent {

    private JsonContent() {}

    /**
     * Checks that a body is JSON.
     *
     * @param contentType the values of the header
     * @throws InputException when it is not
     */
    static void check(List<String> contentType) {
        if (!isJson(contentType)) {
            throw new InputException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be application/json, in UTF-8.");
        }
    }

    /** Some clients send the header twice, or as a list: RFC 9110, section 8.3. Every value must then be JSON. */
    private static boolean isJson(List<String> contentType) {
        if (contentType.size() == 1 && contentType.get(0).equals(MediaType.JSON.text())) {
            return true;
        }
        return !contentType.isEmpty()
                && contentType.stream()
                        .flatMap(header -> MediaRange.listOf(header).stream())
                        .allMatch(range -> range.type().equals(MediaType.JSON.text()) && range.isUtf8());
    }
}
