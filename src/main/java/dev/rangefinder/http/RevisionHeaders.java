package dev.rangefinder.http;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/** How a client learns which revision an answer was read from, and says which one the next must not be older than. */
final class RevisionHeaders {

    /** The header of an answer. */
    static final CharSequence REVISION = HttpHeaders.createOptimized("Catalogue-Revision");

    /** The header of a request. */
    static final CharSequence AT_LEAST = HttpHeaders.createOptimized("Catalogue-Revision-At-Least");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private RevisionHeaders() {}

    /**
     * The revision that the answer must not be older than; 0 when a request does not say.
     *
     * @throws InputException when what it says is no revision
     */
    static long atLeast(MultiMap headers) {
        List<String> values = headers.getAll(AT_LEAST);
        if (values.isEmpty()) {
            return 0;
        }
        if (values.size() > 1 || !NUMBER.matcher(values.get(0)).matches()) {
            throw new InputException(
                    ErrorCode.BAD_REQUEST, "The header " + AT_LEAST + " must be one whole number, 0 or greater.");
        }
        return Long.parseLong(values.get(0));
    }
}
