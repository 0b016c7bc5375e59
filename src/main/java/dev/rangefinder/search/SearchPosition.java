package dev.rangefinder.search;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.transaction.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The position of a result among all results of a search, which does not change when others are added or removed.
 *
 * @param stage the number of the stage
 * @param place the place of the type
 * @param errors the number of corrected words
 * @param surplus how much longer the name is than the query
 * @param compact the name without spaces
 * @param key the key of the object
 */
record SearchPosition(int stage, int place, int errors, int surplus, String compact, long key) {

    private static final Pattern VALUE =
            Pattern.compile("([1-4]) ([1-7]) (\\d{1,2}) (-?\\d{1,4}) (.*)", Pattern.DOTALL);

    /** Reads the columns from a position on. */
    static SearchPosition read(ResultSet row, int first) throws SQLException {
        return new SearchPosition(
                row.getInt(first),
                row.getInt(first + 1),
                row.getInt(first + 2),
                row.getInt(first + 3),
                row.getString(first + 4),
                row.getLong(first + 5));
    }

    /** The position at a cursor; null if there is none. */
    static @Nullable SearchPosition at(String argument, @Nullable String cursor, long connection) {
        if (cursor == null) {
            return null;
        }
        Cursor decoded = Cursor.decode(argument, cursor, connection);
        Matcher value = VALUE.matcher(decoded.value());
        if (!value.matches()) {
            throw Cursor.invalid(argument, null);
        }
        return new SearchPosition(
                Integer.parseInt(value.group(1)),
                Integer.parseInt(value.group(2)),
                Integer.parseInt(value.group(3)),
                Integer.parseInt(value.group(4)),
                value.group(5),
                decoded.key());
    }

    /** The cursor of this position in a connection. */
    Cursor cursor(long connection) {
        String value = stage + " " + place + " " + errors + " " + surplus + " " + compact;
        return new Cursor(connection, key, value);
    }

    /** The position just before or after this one. */
    SearchPosition moved(int distance) {
        return new SearchPosition(stage, place, errors, surplus, compact, key + distance);
    }

    /** A position, or null, as an SQL expression. */
    static Sql sql(@Nullable SearchPosition position) {
        return position == null
                ? Sql.of("null::search_position")
                : Sql.of(
                        "row(?, ?, ?, ?, ?, ?)::search_position",
                        position.stage,
                        position.place,
                        position.errors,
                        position.surplus,
                        position.compact,
                        position.key);
    }
}
