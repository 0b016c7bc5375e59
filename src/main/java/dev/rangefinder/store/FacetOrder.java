package dev.rangefinder.store;

import dev.rangefinder.filter.Grouping;
import dev.rangefinder.relay.Cursor;
import dev.rangefinder.transaction.Sql;

/** The order of the known values of a facet: the most frequent first, or the latest years, or the lowest numbers. */
record FacetOrder(Grouping grouping) {

    /** The items of the ORDER BY clause. */
    String by() {
        return switch (grouping) {
            case YEAR -> "value desc";
            case NUMBER -> "value";
            case VALUE, TRUTH, ITEM, REFERENCE, IDENTITY, CURRENCY, UNIT -> "number desc, value";
        };
    }

    /**
     * The condition for the values after a place.
     *
     * @throws NumberFormatException if a value is no number where all are
     */
    Sql after(Cursor place) {
        return switch (grouping) {
            case YEAR -> Sql.of("value < ?", place.value());
            case NUMBER -> Sql.of("value > ?", Long.valueOf(place.value()));
            case REFERENCE, IDENTITY -> lessFrequent(place, Long.valueOf(place.value()));
            case VALUE, TRUTH, ITEM, CURRENCY, UNIT -> lessFrequent(place, place.value());
        };
    }

    private static Sql lessFrequent(Cursor place, Object value) {
        return Sql.of("(number < ? or number = ? and value > ?)", place.key(), place.key(), value);
    }

    /** The place of a value: how many rows have it, and the text of what it is grouped by. */
    static Cursor place(long connection, FacetValue value) {
        String text = value.key() == null ? value.value() : value.key().toString();
        return new Cursor(connection, value.count().value(), text);
    }
}
