package dev.rangefinder.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.Session;

/** The rows of tables that have no entity, because they only link two records. They are stored by one statement for each table. */
final class Links {

    private static final String INSERT = "insert into %s (%s, %s) select * from unnest(?::bigint[], ?::bigint[])";

    private final Map<Link, List<Pair>> links = new TreeMap<>();

    /** A table with two foreign keys. */
    enum Link {
        MARKET_PARENT("market_parent", "child_id", "parent_id"),
        CITATION_BASIS("citation_basis", "citation_id", "basis_id"),
        CITATION_PAYER("citation_payer", "citation_id", "brand_id"),
        FIGURE_BRAND("figure_brand", "figure_id", "brand_id"),
        EVENT_BRAND("event_brand", "event_id", "brand_id"),
        EVENT_PARTNERSHIP("event_partnership", "event_id", "partnership_id");

        private final String insert;

        Link(String table, String from, String to) {
            this.insert = INSERT.formatted(table, from, to);
        }
    }

    private record Pair(Long from, Long to) {}

    void add(Link link, Long from, Long to) {
        links.computeIfAbsent(link, first -> new ArrayList<>()).add(new Pair(from, to));
    }

    void store() {
        Panache.flush();
        Panache.getEntityManager().unwrap(Session.class).doWork(connection -> {
            for (Map.Entry<Link, List<Pair>> rows : links.entrySet()) {
                store(connection, rows.getKey(), rows.getValue());
            }
        });
    }

    private static void store(Connection connection, Link link, List<Pair> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(link.insert)) {
            bind(insert, 1, rows, Pair::from);
            bind(insert, 2, rows, Pair::to);
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement insert, int parameter, List<Pair> rows, Function<Pair, Long> column)
            throws SQLException {
        Object[] keys = rows.stream().map(column).toArray();
        insert.setArray(parameter, insert.getConnection().createArrayOf("bigint", keys));
    }
}
