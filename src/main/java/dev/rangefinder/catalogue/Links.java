package dev.rangefinder.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of tables that have no entity, because they only link two records. They are stored by one statement for each table. */
final class Links {

    private static final String INSERT = "insert into %s (%s, %s) select * from unnest(?::bigint[], ?::bigint[])";

    private static final ArrayColumns<Pair> COLUMNS =
            new ArrayColumns<Pair>().of("bigint", Pair::from).of("bigint", Pair::to);

    private final Map<Link, List<Pair>> links = new TreeMap<>();

    /** A table with two foreign keys. */
    enum Link {
        MARKET_PARENT("market_parent", "child_id", "parent_id"),
        CITATION_BASIS("citation_basis", "citation_id", "basis_id"),
        CITATION_PAYER("citation_payer", "citation_id", "brand_id"),
        FIGURE_BRAND("figure_brand", "figure_id", "brand_id"),
        EVENT_BRAND("event_brand", "event_id", "brand_id"),
        EVENT_PARTNERSHIP("event_partnership", "event_id", "partnership_id");

        private final String table;
        private final String from;
        private final String to;
        private final String insert;
        private final String delete;

        Link(String table, String from, String to) {
            this.table = table;
            this.from = from;
            this.to = to;
            this.insert = INSERT.formatted(table, from, to);
            this.delete = "delete from " + table + " where " + from + " = :from";
        }

        String table() {
            return table;
        }

        /** The foreign key of the record that has the list. */
        String from() {
            return from;
        }

        /** The foreign key of the records in the list. */
        String to() {
            return to;
        }
    }

    private record Pair(Long from, Long to) {}

    void add(Link link, Long from, Long to) {
        links.computeIfAbsent(link, first -> new ArrayList<>()).add(new Pair(from, to));
    }

    /** Removes all links from a stored record. */
    static void clear(Link link, Long from) {
        Panache.getEntityManager()
                .createNativeQuery(link.delete)
                .setParameter("from", from)
                .executeUpdate();
    }

    void store() {
        Panache.flush();
        links.forEach((link, rows) -> COLUMNS.insert(link.insert, rows));
    }
}
