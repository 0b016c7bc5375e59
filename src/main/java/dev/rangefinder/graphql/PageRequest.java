package dev.rangefinder.graphql;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a connection a client asks for: the pagination arguments of the Relay Cursor Connections Specification,
 * section 4.
 *
 * @param forward whether the page is counted from the start of the connection ({@code first}) or from its end ({@code last})
 * @param size how many edges at most, 1 to 100
 * @param after where the page starts behind, or null
 * @param before where the page ends before, or null
 */
public record PageRequest(
        boolean forward,
        int size,
        @Nullable String after,
        @Nullable String before) {

    /** The largest page. */
    public static final int MAXIMUM = 100;

    /** The page that is given when a client does not say. */
    public static final int DEFAULT = 20;

    /**
     * Reads the arguments of a connection.
     *
     * @throws InputException with code {@code INVALID_PAGE_SIZE} for a size outside 1 to 100, and {@code BAD_USER_INPUT}
     *     for {@code first} and {@code last} together
     */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (first != null && last != null) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT, "Ask for the `first` edges or for the `last`, not for both.");
        }
        if (last != null) {
            return new PageRequest(false, checked("last", last), after, before);
        }
        return new PageRequest(true, first == null ? DEFAULT : checked("first", first), after, before);
    }

    private static int checked(String argument, int size) {
        if (size < 1 || size > MAXIMUM) {
            throw new InputException(
                    ErrorCode.INVALID_PAGE_SIZE,
                    "`" + argument + "` is " + size + ", but a page has 1 to " + MAXIMUM + " edges.");
        }
        return size;
    }
}
