package dev.rangefinder.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of an answer: its values, in the order of the fields that the document selects on it. A value is null, a
 * leaf (text, number, boolean), a row, or an array of these.
 */
final class Row {

    static final int[] NO_INDICES = {};

    private static final int LONGEST_NAME = 30;

    final Selection selection;
    final @Nullable Object[] values;
    final @Nullable Row parent;
    final int field;
    final int[] indices;

    /**
     * A row without values.
     *
     * @param parent the row that it is part of; null for the root of the answer
     * @param field which of the values of its parent it is, or is part of
     * @param indices where it is in that value, when that is a list, or a list of lists
     */
    Row(Selection selection, @Nullable Row parent, int field, int[] indices) {
        this.selection = selection;
        this.values = new Object[selection.fields().length];
        this.parent = parent;
        this.field = field;
        this.indices = indices;
    }

    /** Where one of its fields is: the response keys that lead there, those that are long in short. */
    String path(int of) {
        String key = selection.fields()[of].key();
        String name = key.length() <= LONGEST_NAME ? key : key.substring(0, LONGEST_NAME) + '…';
        return parent == null ? name : parent.path(field) + '.' + name;
    }

    /** How many bytes the response keys have that lead to one of its fields. */
    long pathLength(int of) {
        long key = selection.fields()[of].encodedKey().asQuotedUTF8().length;
        return parent == null ? key : key + parent.pathLength(field);
    }

    /** The same as maps and lists, as graphql-java gives answers. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(selection.fields()[i].key(), plain(values[i]));
        }
        return map;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Row row) {
            return row.toMap();
        }
        if (value instanceof Object[] items) {
            List<@Nullable Object> list = new ArrayList<>(items.length);
            for (Object item : items) {
                list.add(plain(item));
            }
            return list;
        }
        return value;
    }
}
