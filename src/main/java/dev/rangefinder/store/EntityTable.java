package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.transaction.ReadContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity, declared once by its feature. Relations are derived from it. Properties are named by the constants of
 * the JPA metamodel, so that the compiler checks them.
 *
 * @param table reads the rows
 * @param name the unique property by which clients identify rows; null when they use only the id
 * @param order the default order
 * @param <T> the entity
 */
public record EntityTable<T extends Keyed>(
        TableReader<T> table, @Nullable String name, Order<?> order) {

    /** Declares a table whose rows have no name. */
    public static <T extends Keyed> EntityTable<T> of(Class<T> entity, Order<?> order) {
        return new EntityTable<>(TableReader.of(entity), null, order);
    }

    /** Declares a table whose rows clients identify by a unique property. */
    public static <T extends Keyed> EntityTable<T> of(Class<T> entity, String name, Order<?> order) {
        return new EntityTable<>(TableReader.of(entity), name, order);
    }

    /** Declares a table whose rows are not paginated. */
    public static <T extends Keyed> EntityTable<T> ofList(Class<T> entity) {
        return of(entity, Order.ascending(() -> Ordering.ENTRY));
    }

    /** Declares the relation to the rows that a foreign key of these rows references. */
    public <P extends Keyed> ToOne<T, P> toOne(String foreignKey, EntityTable<P> parents) {
        return new ToOne<>(this, foreignKey, parents);
    }

    /** Returns the relation to these rows from those that their foreign key references. */
    public <P extends Keyed> Relation<P, T, Connection<T>> by(String foreignKey) {
        return new Relation<>(this, null, table.column(foreignKey), EdgeType.plain());
    }

    /** Finds a row by its name; null when there is none. */
    public @Nullable T find(String value) {
        return table.lookup(name).find(ReadContext.current(), value);
    }

    /** Reads the rows with these names, by name. */
    public Map<String, T> byName(Collection<String> values) {
        return table.lookup(name).findAll(ReadContext.current(), values);
    }

    /** Reads a page of all rows. */
    public Connection<T> page(PageRequest<? extends Criteria<T>, ?> page) {
        return new Relation<Keyed, T, Connection<T>>(this, null, null, EdgeType.plain()).page(page);
    }

    /**
     * The cursor of a row with a key in the connection of all rows, without a filter and in the default order, that of their keys.
     *
     * @param value anything else that the cursor shall have
     */
    public String cursor(long key, String value) {
        return cursors(null).of(0, key, value);
    }

    /**
     * Decodes such a cursor, or one of the connection itself.
     *
     * @throws dev.rangefinder.error.InputException when it is not a cursor of the connection
     */
    public Cursor cursor(String text) {
        return Objects.requireNonNull(cursors(text).after(0));
    }

    private Cursors cursors(@Nullable String after) {
        PageRequest<? extends Criteria<T>, ?> page = new PageRequest<>(null, after, null, null, null, null);
        Relation<Keyed, T, Connection<T>> all = new Relation<>(this, null, null, EdgeType.plain());
        PageStatements statements = new PageStatements(all, page);
        return new Cursors(table, statements.order(), statements.identity(), List.of(0L), page);
    }

    /** Reads the row of each key; null where there is no key. */
    public List<@Nullable T> named(List<@Nullable Long> keys) {
        return table.named(keys);
    }

    /** The class of the entity. */
    public Class<T> type() {
        return table.type();
    }

    /** Reads the rows with these keys, by key. */
    public Map<Long, T> byKey(Collection<Long> keys) {
        return table.byKey(keys);
    }

    /** The name of the column that holds a property. */
    public String columnName(String property) {
        return table.columnName(property);
    }

    /** The names of the properties. */
    public Set<String> properties() {
        return table.properties();
    }

    /** The value of a property of a row; also null when the entity has no such property. */
    public @Nullable Object valueOf(Object row, String property) {
        return table.valueOf(row, property);
    }

    /** The start of a query for the keys of rows, up to the condition on their name. */
    String keys() {
        return "select " + table.columnName(Keyed_.KEY) + " from " + table.name() + " where " + table.columnName(name);
    }

    /** The column with the key. */
    TableColumn key() {
        return table.column(Keyed_.KEY);
    }
}
