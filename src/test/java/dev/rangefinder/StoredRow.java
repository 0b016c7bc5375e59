package dev.rangefinder;

import dev.rangefinder.node.GlobalId;

/**
 * A row of the catalogue that a test has inserted.
 *
 * @param table the table of the row
 * @param key its primary key
 * @param name its slug, code or key, if it has one
 */
public record StoredRow(String table, long key, String name) {

    /** Its global id. */
    public String id() {
        return GlobalId.encode(GlobalId.typeOf(table), key);
    }
}
