package dev.rangefinder.store;

import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.relay.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of the connections of one relation. Each connection has its own, by which its parent is told.
 *
 * @param rows the table that the connections lead to
 * @param order what they are ordered by
 * @param identity what the connections have in common: their relation, order and filter
 * @param parents the keys of their parents
 * @param page the page that is asked for
 */
record Cursors(TableReader<?> rows, Ordering order, String identity, List<Long> parents, PageRequest<?, ?> page) {

    /** Where the page of a parent starts behind; null when nothing is said. */
    @Nullable Cursor after(int parent) {
        return page.after() == null ? null : Cursor.decode("after", page.after(), fingerprint(parent));
    }

    /** Where the page of a parent ends before; null when nothing is said. */
    @Nullable Cursor before(int parent) {
        return page.before() == null ? null : Cursor.decode("before", page.before(), fingerprint(parent));
    }

    /** Why the cursors that are asked for are none of the connection of a parent; null when they are. */
    @Nullable InputException failure(int parent) {
        try {
            after(parent);
            before(parent);
            return null;
        } catch (InputException e) {
            return e;
        }
    }

    /** The cursor of a node in the connection of a parent. */
    String of(int parent, Keyed node) {
        return new Cursor(fingerprint(parent), node.key, valueOf(node)).encode();
    }

    private long fingerprint(int parent) {
        return Cursor.fingerprint(parents.get(parent) + identity);
    }

    /** What the row is ordered by, as text; an empty one where that is missing, so that it sorts first. */
    private String valueOf(Keyed node) {
        Object value = order.isEntry() ? null : rows.valueOf(node, order.property());
        return value == null ? "" : value.toString();
    }
}
