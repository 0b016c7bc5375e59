package dev.rangefinder.graphql;

import dev.rangefinder.sql.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A way from parents to the rows of a table, that is walked page by page: one statement for all the parents of a level.
 *
 * @param table the rows that it leads to
 * @param link the table that ties the rows to their parents; null where they name their parents themselves
 * @param parent the column that holds the key of the parent; null for all rows of the table
 * @param order the order of the rows when a client asks for none
 * @param extra what belongs to the relation rather than to the row: columns, each followed by a comma, or an empty text
 * @param reader makes an edge of a row, whose extra columns start at the second
 * @param connection makes an empty page
 * @param <N> what it leads to
 * @param <C> the connection
 */
public record Relation<N extends Keyed, C extends Connection<N>>(
        Table<N> table,
        @Nullable Link link,
        @Nullable String parent,
        Order<?> order,
        String extra,
        EdgeReader<N> reader,
        Supplier<C> connection) {

    /**
     * A table of links.
     *
     * @param table its name
     * @param alias the alias that names it in statements
     * @param key the column, with the alias, that holds the key of the row that a link leads to
     */
    public record Link(String table, String alias, String key) {

        String from() {
            return table + ' ' + alias;
        }
    }

    /** Makes an edge of a row. */
    @FunctionalInterface
    public interface EdgeReader<N extends Keyed> {
        /** Reads what belongs to the relation; the columns of it start at the second. */
        Edge<N> read(ResultSet row) throws SQLException;
    }

    /** All rows of a table. */
    public static <N extends Keyed> Relation<N, Connection<N>> all(Table<N> table, Order<?> order) {
        return new Relation<>(table, null, null, order, "", row -> new Edge<>(), Connection::new);
    }

    /** The rows of a table that a foreign key, given with its alias, ties to their parent. */
    public Relation<N, C> by(String foreignKey) {
        return new Relation<>(table, link, foreignKey, order, extra, reader, connection);
    }

    /** The rows of a table that another table ties to their parent, by a column that is given with its alias. */
    public Relation<N, C> through(Link other, String foreignKey) {
        return new Relation<>(table, other, foreignKey, order, extra, reader, connection);
    }

    /** The FROM clause that leads to the rows. */
    String from() {
        return link == null
                ? table.from()
                : link.from() + " join " + table.from() + " on " + table.alias() + ".id = " + link.key;
    }

    /** The page of a relation without parents. */
    public C page(PageRequest<?, ?> page) {
        return new Window<>(this, List.of(), page).pages().get(0).get();
    }

    /**
     * The page of each parent, in the order of the parents. Where a cursor of the request was not made by the connection
     * of a parent, that parent gets an {@link InputException} in the place of its page.
     */
    @SuppressWarnings("unchecked") // a list of pages, and of failures that the engine puts into their place
    public List<C> pages(List<? extends Keyed> parents, PageRequest<?, ?> page) {
        List<Long> keys = parents.stream().map(one -> one.key).toList();
        List<Long> distinct = keys.stream().distinct().toList();
        Map<Long, Object> pages = new HashMap<>();
        List<Window.Outcome<C>> outcomes = new Window<>(this, distinct, page).pages();
        for (int i = 0; i < outcomes.size(); i++) {
            pages.put(distinct.get(i), outcomes.get(i).orFailure());
        }
        return (List<C>) (List<?>) keys.stream().map(pages::get).toList();
    }
}
