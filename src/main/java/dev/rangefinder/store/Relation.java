package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.transaction.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a relation, from parents to the rows of a table. All parents of a level are read by one statement. A
 * {@link ToOne} or a {@link LinkTable} declares both directions.
 *
 * @param rows the related rows
 * @param link the join table; null if the rows have a foreign key to their parents
 * @param parent the column with the key of the parent; null for all rows of the table
 * @param edges the type of its edges
 * @param <P> the parents
 * @param <N> the entity of the rows
 * @param <C> the connections of the parents
 */
public record Relation<P extends Keyed, N extends Keyed, C extends Connection<N>>(
        EntityTable<N> rows, @Nullable Link link, @Nullable TableColumn parent, EdgeType<N, C> edges) {

    /** The relation through these rows, as a join table, to the rows that one of their foreign keys references. */
    public <X extends Keyed> Relation<P, X, Connection<X>> to(ToOne<N, X> next) {
        return new Relation<>(next.parents(), new Link(next.column(), null, null), parent, EdgeType.plain());
    }

    /** The same relation, whose join table has a copy of a date of the related rows, and indexes in the order of this copy. */
    public Relation<P, N, C> inOrder(String property, String copy) {
        Link.Copy ordered = new Link.Copy(property, new TableColumn(link.table(), copy));
        return new Relation<>(rows, new Link(link.key(), ordered, null), parent, edges);
    }

    /**
     * The same relation through some rows of its join table.
     *
     * @param function a function of the database that returns these rows, with one {@code ?} for each of the arguments
     */
    public Relation<P, N, C> through(String function, @Nullable Object... arguments) {
        Link selected = new Link(link.key(), link.copy(), Sql.of(function, arguments));
        return new Relation<>(rows, selected, parent, edges);
    }

    /** The same relation with edges that carry properties of the rows of the join table. */
    public <D extends Connection<N>> Relation<P, N, D> with(
            List<String> columns, RowReader<Edge<N>> edge, Supplier<D> connection) {
        List<TableColumn> carried = columns.stream()
                .map(column -> new TableColumn(link.table(), column))
                .toList();
        return new Relation<>(rows, link, parent, new EdgeType<>(carried, edge, connection));
    }

    TableReader<N> table() {
        return rows.table();
    }

    /** The FROM clause of the related rows. */
    Sql from() {
        return link == null
                ? Sql.of(table().name())
                : link.from().add(" join " + table().name() + " on " + rows.key() + " = " + link.key());
    }

    /** The FROM clause of the links to the related rows, or of these rows if there is no join table. */
    Sql links() {
        return link == null ? from() : link.from();
    }

    /** The FROM clause of the related rows in a filter, after a number of relations. */
    String from(int depth) {
        String related = TableColumn.declared(table().name(), depth);
        return link == null
                ? related
                : TableColumn.declared(link.table(), depth) + " join " + related + " on "
                        + rows.key().at(depth) + " = " + link.key().at(depth);
    }

    /** The page of a relation without parents. */
    C page(PageRequest<? extends Criteria<N>, ?> page) {
        return new PageQuery<>(this, List.of(), page).pages().get(0);
    }

    /**
     * The page of each parent, in the order of the parents. A page is a failure if a cursor of the request belongs to the
     * connection of another parent.
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

    /** All rows of each parent, ordered. Only for lists that stay short; others are read by page. */
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
