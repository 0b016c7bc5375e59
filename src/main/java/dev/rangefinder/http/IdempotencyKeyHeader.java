package dev.rangefinder.http;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}, as the draft of the IETF (draft-ietf-httpapi-idempotency-key-header, section 2) defines it: a
 * string in quotation marks. Clients may omit these.
 */
final class IdempotencyKeyHeader {

    private static final CharSequence NAME = HttpHeaders.createOptimized("Idempotency-Key");

    private IdempotencyKeyHeader() {}

    /**
     * The key of a request; null when it has none.
     *
     * @throws InputException when it has several
     */
    static @Nullable String of(MultiMap headers) {
        List<String> values = headers.getAll(NAME);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw new InputException(ErrorCode.BAD_REQUEST, "The header " + NAME + " must occur once.");
        }
        return values.get(0).replaceFirst("^\"(.*)\"$", "$1");
    }
}
