package dev.rangefinder.relay;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.filter.Filter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/**
 * The page of a connection that a client requests: the pagination arguments of the Relay Cursor Connections Specification,
 * section 4, with a filter and an order. In the schema, each component is an argument of the field.
 *
 * @param <C> the criteria of the filter
 * @param <F> the fields that rows can be ordered by
 */
@Input("PageRequest")
public record PageRequest<C, F extends OrderField>(
        @Nullable @Description(PageRequest.FIRST) Integer first,

        @Nullable @Description(PageRequest.AFTER) String after,

        @Nullable @Description(PageRequest.LAST) Integer last,

        @Nullable @Description(PageRequest.BEFORE) String before,

        @Nullable @Description("Returns only nodes that match this filter.")
        Filter<C> filter,

        @Nullable @Description("The order of the edges.") Order<F> orderBy) {

    /** What {@code first} means. */
    public static final String FIRST =
            "The number of edges to return from the start of the connection, or from after the `after` cursor: 1 to 100. Defaults to 20 if `last` is omitted.";

    /** What {@code after} means. */
    public static final String AFTER = "Returns only edges after this cursor.";

    /** What {@code last} means. */
    public static final String LAST =
            "The number of edges to return from the end of the connection, or from before the `before` cursor: 1 to 100. Cannot be combined with `first`.";

    /** What {@code before} means. */
    public static final String BEFORE = "Returns only edges before this cursor.";

    /** The maximum page size. */
    public static final int MAXIMUM = 100;

    /** The page size when a client requests none. */
    public static final int DEFAULT = 20;

    /**
     * Checks the arguments.
     *
     * @throws InputException with code {@code INVALID_PAGE_SIZE} for a size outside 1 to 100, and {@code BAD_USER_INPUT}
     *     for {@code first} and {@code last} together
     */
    public PageRequest {
        if (first != null && last != null) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "`first` and `last` cannot be combined.");
        }
        check("first", first);
        check("last", last);
    }

    /**
     * Checks the size of a page.
     *
     * @throws InputException with code {@code INVALID_PAGE_SIZE} for a size outside 1 to 100
     */
    public static void check(String argument, @Nullable Integer size) {
        if (size != null && (size < 1 || size > MAXIMUM)) {
            throw new InputException(
                    ErrorCode.INVALID_PAGE_SIZE,
                    "`" + argument + "` must be between 1 and " + MAXIMUM + ", but is " + size + ".");
        }
    }

    /** Whether the page is read from the start of the connection rather than from its end. */
    public boolean forward() {
        return last == null;
    }

    /** The maximum number of edges. */
    public int size() {
        if (last != null) {
            return last;
        }
        return first == null ? DEFAULT : first;
    }
}
