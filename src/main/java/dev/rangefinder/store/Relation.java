package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A way from parents to the rows of a table: one statement for all the parents of a level. It is derived from what a
 * {@link ToOne} or a {@link LinkTable} declares.
 *
 * @param rows the rows that it leads to
 * @param link the table that ties the rows to their parents; null where they name their parents themselves
 * @param parent the column that holds the key of the parent; null for all rows of the table
 * @param edges what the edges are made of
 * @param <P> the parents
 * @param <N> what it leads to
 * @param <C> the connection
 */
public record Relation<P extends Keyed, N extends Keyed, C extends Connection<N>>(
        EntityTable<N> rows, @Nullable Link link, @Nullable String parent, EdgeType<N, C> edges) {

    /**
     * A table of links.
     *
     * @param table its name
     * @param key the column that holds the key of the row that a link leads to
     */
    record Link(String table, String key) {}

    /** The relation to what a foreign key of these rows names: they are links then. */
    public <X extends Keyed> Relation<P, X, Connection<X>> to(ToOne<N, X> next) {
        return new Relation<>(next.parents(), new Link(table().name(), next.column()), parent, EdgeType.plain());
    }

    /** The same relation with edges that have a property of the links. */
    public <D extends Connection<N>> Relation<P, N, D> with(
            EntityTable<?> links, String property, Function<String, Edge<N>> edge, Supplier<D> connection) {
        return new Relation<>(rows, link, parent, new EdgeType<>(links.table().column(property), edge, connection));
    }

    TableReader<N> table() {
        return rows.table();
    }

    /** The FROM clause that leads to the rows. */
    String from() {
        return link == null
                ? table().name()
                : link.table + " join " + table().name() + " on " + rows.key() + " = " + link.key;
    }

    /** The page of a relation without parents. */
    C page(PageRequest<? extends Criteria<N>, ?> page) {
        return new PageQuery<>(this, List.of(), page).pages().get(0);
    }

    /**
     * The page of each parent, in the order of the parents. It is a failure where a cursor of the request was not made by the
     * connection of the parent.
     */
    public List<C> pages(List<? extends P> parents, PageRequest<? extends Criteria<N>, ?> page) {
        List<Long> keys = parents.stream().map(one -> one.key).toList();
        List<Long> distinct = keys.stream().distinct().toList();
        List<C> read = new PageQuery<>(this, distinct, page).pages();
        Map<Long, C> pages = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            pages.put(distinct.get(i), read.get(i));
        }
        return keys.stream().map(pages::get).toList();
    }

    /** All rows of each parent, in an order. For lists that cannot grow; others are read by the page. */
    public List<List<N>> lists(List<? extends P> parents, SortKey... order) {
        return table().many(parent, parents.stream().map(one -> one.key).toList(), orderBy(order));
    }

    private String orderBy(SortKey... order) {
        StringBuilder clause = new StringBuilder();
        for (SortKey key : order) {
            clause.append(clause.isEmpty() ? " order by " : ", ")
                    .append(table().column(key.property()))
                    .append(key.descending() ? " desc" : "");
        }
        return clause.toString();
    }
}
