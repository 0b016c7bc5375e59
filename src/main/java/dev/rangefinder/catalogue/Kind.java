package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.Links.Link;
import dev.rangefinder.relay.Keyed;
import java.util.EnumMap;
import java.util.Map;

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
 * @param links the keys of lists that are links to other records, with the kind of these
 */
record Kind<T extends Keyed>(
        Class<T> type,
        String list,
        String name,
        String nameKey,
        Shape format,
        SubjectTable subject,
        Setter<T> setter,
        Map<Link, LinkKey> links) {

    interface Setter<T> {
        void set(T entity, Fields fields, Records records);
    }

    /** The key of a list of references to records of a kind. */
    record LinkKey(String key, String kind) {}

    static <T extends Keyed> Kind<T> of(Class<T> type, String list, String nameKey, Shape format, Setter<T> setter) {
        SubjectTable subject = SubjectTable.of(type);
        return new Kind<>(type, list, subject.table(), nameKey, format, subject, setter, Map.of());
    }

    /** The same kind with a list of links. */
    Kind<T> linked(Link link, String key, String kind) {
        Map<Link, LinkKey> more = new EnumMap<>(Link.class);
        more.putAll(links);
        more.put(link, new LinkKey(key, kind));
        return new Kind<>(type, list, name, nameKey, format, subject, setter, more);
    }

    /** Whether the values under a key are links that the view of the table does not have, because they need no evidence. */
    boolean hidesLinks(String key) {
        return subject == SubjectTable.CITATION
                && links.values().stream().anyMatch(link -> link.key().equals(key));
    }
}
