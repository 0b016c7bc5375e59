package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of the catalogue, and the records of the format that are stored in it: those of a list of the file, or of a list in
 * records of another table.
 *
 * @param list the key of the list
 * @param items the list
 * @param owner the table of the records with the list; null for the file
 */
record StoredTable(String list, Items items, @Nullable StoredTable owner) {

    /** The key of the list of claims in all records. */
    static final String CLAIMS = "claims";

    /** All tables, each after those that it refers to, except claims and their effects. */
    static final List<StoredTable> ALL = all();

    /** The claims about records of all other tables, and their effects. */
    static final List<StoredTable> EVIDENCE = evidence();

    /** A key with a reference, or with a list of them. */
    record ReferenceKey(String key, Reference reference, boolean isList) {

        /** The items of a list of references in SQL, to be joined; nothing for a single reference. */
        String items() {
            return isList
                    ? " cross join lateral jsonb_array_elements_text(content -> '" + key
                            + "') with ordinality i (value, place)"
                    : "";
        }

        /** The text of each reference in SQL. */
        String text() {
            return isList ? "i.value" : Column.text(key);
        }

        /** The path of each reference in its record in SQL. */
        String path() {
            return "'." + key + (isList ? "[' || i.place - 1 || ']'" : "'");
        }

        /** The line of each reference in SQL. */
        String line() {
            return isList ? "s.lines -> '" + key + "' ->> (i.place - 1)::integer" : "s.lines ->> '" + key + '\'';
        }
    }

    private static List<StoredTable> all() {
        List<StoredTable> pending = new ArrayList<>();
        Format.FILE.types().forEach((list, type) -> pending.add(new StoredTable(list, (Items) type, null)));
        List<StoredTable> ordered = new ArrayList<>();
        while (!pending.isEmpty()) {
            StoredTable next = pending.stream()
                    .filter(table -> pending.stream().noneMatch(table::refersTo))
                    .findFirst()
                    .orElseThrow();
            pending.remove(next);
            ordered.add(next);
        }
        List.copyOf(ordered).forEach(table -> ordered.addAll(table.parts()));
        return List.copyOf(ordered);
    }

    private static List<StoredTable> evidence() {
        StoredTable claims =
                new StoredTable(CLAIMS, Items.of(EvidenceFormat.CLAIMS).orElseThrow(), null);
        return Stream.concat(Stream.of(claims), claims.parts().stream()).toList();
    }

    private boolean refersTo(StoredTable other) {
        return other != this
                && references().stream()
                        .anyMatch(key -> !key.isList && key.reference.kind().equals(other.name()));
    }

    /** The table of a kind of record. */
    static StoredTable named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The table of the records in a list of the file. */
    static StoredTable ofList(String list) {
        return ALL.stream()
                .filter(table -> table.owner == null && table.list.equals(list))
                .findFirst()
                .orElseThrow();
    }

    /** The tables of the parts of its records. */
    List<StoredTable> parts() {
        return shape().types().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Items)
                .map(entry -> new StoredTable(entry.getKey(), (Items) entry.getValue(), this))
                .toList();
    }

    Shape shape() {
        return items.shape();
    }

    Table table() {
        return shape().table();
    }

    String name() {
        return table().name();
    }

    /** The keys with references. */
    List<ReferenceKey> references() {
        return shape().types().entrySet().stream()
                .flatMap(entry -> reference(entry.getKey(), entry.getValue()))
                .toList();
    }

    static Stream<ReferenceKey> reference(String key, Type type) {
        if (type instanceof Reference reference) {
            return Stream.of(new ReferenceKey(key, reference, false));
        }
        return type instanceof ValueList list && list.type() instanceof Reference reference
                ? Stream.of(new ReferenceKey(key, reference, true))
                : Stream.empty();
    }

    /** The key by whose value others refer to its records; empty when nobody refers to them. */
    Optional<String> nameKey() {
        List<String> identity = table().identity();
        return owner == null && identity.size() == 1 ? Optional.of(identity.get(0)) : Optional.empty();
    }

    /** The condition in SQL for the staged records of this table. */
    String staged() {
        boolean isClaim = list.equals(CLAIMS);
        return "s.shape = '" + name()
                + (isClaim ? "'" : "' and s.owner = '" + (owner == null ? "" : owner.name()) + '\'');
    }
}
