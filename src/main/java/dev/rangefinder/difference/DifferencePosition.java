package dev.rangefinder.difference;

import dev.rangefinder.relay.Cursor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The position of an item in a list of differences: by the type of the object, and then by its key.
 *
 * @param place the place of the type
 * @param key the key of the object
 */
record DifferencePosition(int place, long key) {

    /** Before all items. */
    static final DifferencePosition START = new DifferencePosition(-1, 0);

    /** After all items. */
    static final DifferencePosition END = new DifferencePosition(Integer.MAX_VALUE, 0);

    private static final Pattern PLACE = Pattern.compile("\\d{1,2}");

    /**
     * The position at a cursor.
     *
     * @param otherwise the position without a cursor
     * @throws dev.rangefinder.error.InputException when the connection did not create it
     */
    static DifferencePosition at(
            String argument, @Nullable String cursor, long connection, DifferencePosition otherwise) {
        if (cursor == null) {
            return otherwise;
        }
        Cursor decoded = Cursor.decode(argument, cursor, connection);
        if (!PLACE.matcher(decoded.value()).matches()) {
            throw Cursor.invalid(argument, null);
        }
        return new DifferencePosition(Integer.parseInt(decoded.value()), decoded.key());
    }

    /** The cursor of this position in a connection. */
    String cursor(long connection) {
        return new Cursor(connection, key, "" + place).encode();
    }
}
