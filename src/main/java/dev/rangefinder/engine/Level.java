package dev.rangefinder.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The objects of one type at one field of the document, for all parents.
 *
 * @param selection the fields that the document selects on them
 * @param fanOut how many objects there can be
 * @param rows the row of each object in the answer
 * @param fetched the fetched values of their relations
 */
record Level(Selection selection, FanOut fanOut, List<Object> objects, List<Row> rows, FetchedFields fetched) {

    /** The root of an operation. */
    static Level root(Object source, Row row) {
        return new Level(row.selection, FanOut.ROOT, List.of(source), List.of(row), new FetchedFields());
    }

    /** Creates a level without objects, with an initial capacity. */
    static Level empty(Selection selection, FanOut fanOut, int size) {
        return new Level(selection, fanOut, new ArrayList<>(size), new ArrayList<>(size), new FetchedFields());
    }

    void add(Object object, Row row) {
        objects.add(object);
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    SelectedField field(int index) {
        return selection.fields()[index];
    }

    /** Returns the charge of one of its fields. */
    Charge charge(long cost, int field) {
        return new Charge(cost, rows.get(0), field);
    }
}
