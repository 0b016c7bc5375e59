package dev.rangefinder.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a facet are.
 *
 * @param relation the relation to the rows with the values; null if they are the counted rows themselves
 * @param compared the columns that the conditions of the facet compare
 * @param value the column to group by
 * @param referenced the table whose keys the values are; null if they are no keys
 */
record FacetSource(
        @Nullable Relation<?, ?, ?> relation,
        List<TableColumn> compared,
        TableColumn value,
        @Nullable EntityTable<?> referenced) {

    /** The source of no facet. */
    static final FacetSource NONE = new FacetSource(null, List.of(), new TableColumn("", ""), null);

    /** Whether a condition on the counted row is one of the facet itself. */
    boolean compares(List<TableColumn> columns) {
        return relation == null && compared.equals(columns);
    }

    /** Whether the values are in rows that a relation leads to. */
    boolean isBehind(Relation<?, ?, ?> other) {
        return relation != null && relation.equals(other);
    }

    /** Whether the related rows themselves are the values. */
    boolean isIdentity() {
        return relation != null && referenced == relation.rows();
    }

    /** The same source, seen from the rows with the values. */
    FacetSource inRow() {
        return new FacetSource(null, compared, value, referenced);
    }

    /** The same source, seen from the rows that a relation comes from. */
    FacetSource behind(Relation<?, ?, ?> other) {
        return new FacetSource(other, compared, value, referenced);
    }
}
