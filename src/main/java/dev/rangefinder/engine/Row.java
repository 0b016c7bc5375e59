package dev.rangefinder.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of an answer: its values, in the order of the selected fields. A value is null, a leaf (string, number, boolean), a
 * row, or an array of these.
 */
final class Row {

    static final int[] NO_INDICES = {};

    private static final int MAX_NAME_LENGTH = 30;

    final Selection selection;
    final @Nullable Object[] values;
    final @Nullable Row parent;
    final int field;
    final int[] indices;

    /**
     * Creates a row without values.
     *
     * @param parent the row that contains it; null for the root of the answer
     * @param field the index of the value of its parent that is or contains this row
     * @param indices its position in that value if it is a list or a nested list
     */
    Row(Selection selection, @Nullable Row parent, int field, int[] indices) {
        this.selection = selection;
        this.values = new Object[selection.fields().length];
        this.parent = parent;
        this.field = field;
        this.indices = indices;
    }

    /** The path of one of its fields: the response keys that lead to it, abbreviated where they are long. */
    String path(int index) {
        String key = selection.fields()[index].key();
        String name = key.length() <= MAX_NAME_LENGTH ? key : key.substring(0, MAX_NAME_LENGTH) + '…';
        return parent == null ? name : parent.path(field) + '.' + name;
    }

    /** The number of bytes of the response keys that lead to one of its fields. */
    long pathLength(int index) {
        long key = selection.fields()[index].encodedKey().asQuotedUTF8().length;
        return parent == null ? key : key + parent.pathLength(field);
    }

    /** Converts the row to maps and lists, the format of graphql-java. */
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
