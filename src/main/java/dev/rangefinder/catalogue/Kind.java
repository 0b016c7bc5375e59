package dev.rangefinder.catalogue;

import dev.rangefinder.relay.Keyed;

/**
 * A kind of record that can be edited.
 *
 * @param type the entity
 * @param list the key of the list of such records
 * @param name the kind by which references name the record
 * @param nameKey the key of the name; empty if the records have none
 * @param format the format of the record
 * @param subject the table, as the subject of claims
 * @param setter sets the values of an entity
 */
record Kind<T extends Keyed>(
        Class<T> type, String list, String name, String nameKey, Shape format, SubjectTable subject, Setter<T> setter) {

    interface Setter<T> {
        void set(T entity, Fields fields, Records records);
    }

    static <T extends Keyed> Kind<T> of(Class<T> type, String list, String nameKey, Shape format, Setter<T> setter) {
        SubjectTable subject = SubjectTable.of(type);
        return new Kind<>(type, list, subject.table(), nameKey, format, subject, setter);
    }

    /** Whether the values under a key are links that the view of the table does not have, because they need no evidence. */
    boolean hidesLinks(String key) {
        return subject == SubjectTable.CITATION && format.table().links().containsKey(key);
    }
}
