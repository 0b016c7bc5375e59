package dev.rangefinder.store;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facets of a connection that a client requests.
 *
 * @param by the facets, each once
 * @param excludingOwn whether each facet counts the rows that match the filter without the conditions of the facet itself
 * @param first the maximum number of values of a facet, besides the missing one
 * @param after the cursor after which the values of the only facet start; null for the first ones
 */
public record FacetRequest(
        List<Facet> by,
        boolean excludingOwn,
        int first,
        @Nullable String after) {

    /**
     * Checks the arguments.
     *
     * @throws InputException with code {@code INVALID_PAGE_SIZE} for a size outside 1 to 100, and {@code BAD_USER_INPUT}
     *     for a cursor with several facets
     */
    public FacetRequest {
        PageRequest.check("first", first);
        if (after != null && by.size() != 1) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "`after` continues one facet, but `by` has " + by.size() + ". Request each facet by itself.");
        }
    }
}
