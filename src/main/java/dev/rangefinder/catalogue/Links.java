package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.Table.Link;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The references in the lists of single records, which are rows of tables that have no entity. They are stored by one statement for
 * each table.
 */
final class Links {

    private static final String INSERT = "insert into %s (%s, %s) select * from unnest(?::bigint[], ?::bigint[])";

    private static final ArrayColumns<Pair> COLUMNS =
            new ArrayColumns<Pair>().of("bigint", Pair::from).of("bigint", Pair::to);

    private final Records records;
    private final Map<Link, List<Pair>> links = new TreeMap<>(Comparator.comparing(Link::table));

    private record Pair(Long from, Long to) {}

    Links(Records records) {
        this.records = records;
    }

    /** Adds the references in all lists of a record. */
    void addAll(Shape format, Fields fields, Long from) {
        format.table().links().keySet().forEach(list -> add(format, list, fields, from));
    }

    /** Adds the references in a list of a record. */
    void add(Shape format, String list, Fields fields, Long from) {
        String kind = StoredTable.reference(list, format.types().get(list))
                .map(key -> key.reference().kind())
                .findFirst()
                .orElseThrow();
        List<Pair> pairs = links.computeIfAbsent(format.table().links().get(list), first -> new ArrayList<>());
        fields.values(list).forEach(name -> pairs.add(new Pair(from, records.key(kind, name))));
    }

    /** Removes the references in a list of a stored record. */
    static void clear(Link link, Long from) {
        Panache.getEntityManager()
                .createNativeQuery("delete from " + link.table() + " where " + link.from() + " = :from")
                .setParameter("from", from)
                .executeUpdate();
    }

    void store() {
        Panache.flush();
        links.forEach((link, rows) -> COLUMNS.insert(INSERT.formatted(link.table(), link.from(), link.to()), rows));
    }
}
