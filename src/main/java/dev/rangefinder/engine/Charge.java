package dev.rangefinder.engine;

import graphql.language.SourceLocation;

/**
 * The cost of a field of a document.
 *
 * @param row one of the objects that the field was read for
 * @param field the index of the field in that object
 */
record Charge(long cost, Row row, int field) {

    /** The paginated list that caused the cost: the field itself, or one that contains it, such as the connection of a node. */
    Charge list() {
        Charge list = this;
        while (!list.selected().isPaged() && list.row.parent != null) {
            list = new Charge(cost, list.row.parent, list.row.field);
        }
        return list.selected().isPaged() ? list : this;
    }

    boolean isPaged() {
        return selected().isPaged();
    }

    /** The response keys that lead to the field. */
    String path() {
        return row.path(field);
    }

    SourceLocation location() {
        return selected().node().getSourceLocation();
    }

    private SelectedField selected() {
        return row.selection.fields()[field];
    }
}
