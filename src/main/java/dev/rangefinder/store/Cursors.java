package dev.rangefinder.store;

import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.relay.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of the connections of one relation. A cursor is valid only in the connection, and for the parent, that it was made
 * for.
 *
 * @param rows the table of the nodes
 * @param order the order of the nodes
 * @param identity identifies what the connections share: their relation, order and filter
 * @param parents the keys of the parents
 * @param page the requested page
 */
record Cursors(TableReader<?> rows, RowOrder order, String identity, List<Long> parents, PageRequest<?, ?> page) {

    /** The cursor after which the page of a parent starts, or null. */
    @Nullable Cursor after(int parent) {
        return page.after() == null ? null : Cursor.decode("after", page.after(), fingerprint(parent));
    }

    /** The cursor before which the page of a parent ends, or null. */
    @Nullable Cursor before(int parent) {
        return page.before() == null ? null : Cursor.decode("before", page.before(), fingerprint(parent));
    }

    /** The reason why a requested cursor is invalid for the connection of a parent; null when all are valid. */
    @Nullable InputException failure(int parent) {
        return InputException.thrownBy(() -> {
            after(parent);
            before(parent);
        });
    }

    /** The cursor of a node in the connection of a parent. */
    String of(int parent, Keyed node) {
        return new Cursor(fingerprint(parent), node.key, valueOf(node)).encode();
    }

    /** The cursor of a node in a connection that is in the order of keys, which is the place whatever the value is. */
    String of(int parent, long key, String value) {
        return new Cursor(fingerprint(parent), key, value).encode();
    }

    private long fingerprint(int parent) {
        return Cursor.fingerprint(parents.get(parent) + identity);
    }

    /** The value that a row is ordered by, as a string. */
    private String valueOf(Keyed node) {
        Ordering ordering = order.ordering();
        Object value = ordering.isEntry() ? null : rows.valueOf(node, ordering.property());
        return value == null ? order.missing() : value.toString();
    }
}
