package dev.rangefinder.engine;

import graphql.language.SourceLocation;

/**
 * What a field of a document has cost.
 *
 * @param row one of the objects that the field was read for
 * @param field which of the fields of that object it is
 */
record Charge(long cost, Row row, int field) {

    /** The list that the cost arose in: the field itself, or what it is a part of, such as the nodes of a connection. */
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
