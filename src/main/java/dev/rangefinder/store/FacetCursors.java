package dev.rangefinder.store;

import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.Cursor;
import dev.rangefinder.transaction.Sql;

/**
 * The cursors of the values of a facet. A cursor is valid only for the facet, the connection and the parent that it was made for.
 *
 * @param identity identifies what the connections share: their relation and the condition of the counted rows
 * @param parent the key of the parent
 */
record FacetCursors(Facet facet, String identity, long parent) {

    static FacetCursors of(Facet facet, Relation<?, ?, ?> relation, Condition counted, long parent) {
        String identity = "facet|" + facet.name() + '|' + relation.from() + '|' + relation.parent() + '|'
                + counted.sql(SemiJoin.Strategy.ROW_BY_ROW);
        return new FacetCursors(facet, identity, parent);
    }

    String of(FacetValue value) {
        return FacetOrder.place(fingerprint(), value).encode();
    }

    /**
     * The condition for the values after a cursor.
     *
     * @throws InputException with code {@code INVALID_CURSOR} for a cursor of another facet or connection
     */
    Sql after(String cursor) {
        try {
            return new FacetOrder(facet.grouping()).after(Cursor.decode("after", cursor, fingerprint()));
        } catch (NumberFormatException e) {
            throw Cursor.invalid("after", e);
        }
    }

    private long fingerprint() {
        return Cursor.fingerprint(parent + identity);
    }
}
