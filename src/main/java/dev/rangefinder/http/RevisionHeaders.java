package dev.rangefinder.http;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/** The headers that report the revision of an answer, and require a minimum revision of another. */
public final class RevisionHeaders {

    /** The response header. */
    public static final CharSequence REVISION = HttpHeaders.createOptimized("Catalogue-Revision");

    /** The request header. */
    static final CharSequence AT_LEAST = HttpHeaders.createOptimized("Catalogue-Revision-At-Least");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private RevisionHeaders() {}

    /**
     * The revision that the answer must not be older than; 0 when the request has no such header.
     *
     * @throws InputException when the header is malformed
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
