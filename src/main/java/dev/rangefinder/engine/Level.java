package dev.rangefinder.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Objects of one type that one field of the document led to.
 *
 * @param selection what the document selects on them
 * @param fanOut how many there can be
 * @param objects the objects
 * @param rows what each of them becomes in the answer
 * @param fetched what their relations have given
 */
record Level(Selection selection, FanOut fanOut, List<Object> objects, List<Row> rows, FetchedFields fetched) {

    /** The root of an operation. */
    static Level root(Object source, Row row) {
        return new Level(row.selection, FanOut.ROOT, List.of(source), List.of(row), new FetchedFields());
    }

    /** A level without objects, for about as many as it will have. */
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

    /** What so many objects of one of its fields have cost. */
    Charge charge(long cost, int field) {
        return new Charge(cost, rows.get(0), field);
    }
}
