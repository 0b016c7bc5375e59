package dev.rangefinder.catalogue;

import dev.rangefinder.relay.Keyed;

/**
 * A kind of record that can be edited.
 *
 * @param type the entity
 * @param stored the table of the records, and their format
 * @param subject the table, as the subject of claims
 * @param setter sets the values of an entity
 */
record Kind<T extends Keyed>(Class<T> type, StoredTable stored, SubjectTable subject, Setter<T> setter) {

    interface Setter<T> {
        void set(T entity, Fields fields, Records records);
    }

    static <T extends Keyed> Kind<T> of(Class<T> type, Setter<T> setter) {
        SubjectTable subject = SubjectTable.of(type);
        return new Kind<>(type, StoredTable.named(subject.table()), subject, setter);
    }

    /** The key of the list of such records. */
    String list() {
        return stored.list();
    }

    /** The kind by which references name the record. */
    String name() {
        return stored.name();
    }

    /** The key of the name; empty if the records have none. */
    String nameKey() {
        return stored.nameKey().orElse("");
    }

    /** The format of the record. */
    Shape format() {
        return stored.shape();
    }

    /** Whether the values under a key are links that the view of the table does not have, because they need no evidence. */
    boolean hidesLinks(String key) {
        return subject == SubjectTable.CITATION && stored.table().links().containsKey(key);
    }
}
