package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.relay.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity, declared once by the feature that the entity belongs to. What leads to its rows, and from them, is
 * derived from it. Properties are named by the constants of the metamodel, so that the compiler checks them.
 *
 * @param table the rows
 * @param name the property by which clients know the rows; null when they know them by nothing but their ids
 * @param order the order of the rows when a client asks for none
 * @param <T> the entity
 */
public record EntityTable<T extends Keyed>(
        TableReader<T> table, @Nullable String name, Order<?> order) {

    /** A table whose rows have no name. */
    public static <T extends Keyed> EntityTable<T> of(Class<T> entity, Order<?> order) {
        return new EntityTable<>(TableReader.of(entity), null, order);
    }

    /** A table whose rows clients know by a unique property. */
    public static <T extends Keyed> EntityTable<T> of(Class<T> entity, String name, Order<?> order) {
        return new EntityTable<>(TableReader.of(entity), name, order);
    }

    /** A table whose rows are not read by the page. */
    public static <T extends Keyed> EntityTable<T> ofList(Class<T> entity) {
        return of(entity, Order.ascending(() -> Ordering.ENTRY));
    }

    /** The relation to the rows of another table that a foreign key of these rows names. */
    public <P extends Keyed> ToOne<T, P> toOne(String foreignKey, EntityTable<P> parents) {
        return new ToOne<>(this, foreignKey, parents);
    }

    /** The relation to these rows from those that a foreign key of these rows names. */
    public <P extends Keyed> Relation<P, T, Connection<T>> by(String foreignKey) {
        return new Relation<>(this, null, table.column(foreignKey), EdgeType.plain());
    }

    /** The row that clients know by a name; null when there is none. */
    public @Nullable T find(String value) {
        return table.find(name, value);
    }

    /** A page of all rows. */
    public Connection<T> page(PageRequest<? extends Criteria<T>, ?> page) {
        return new Relation<Keyed, T, Connection<T>>(this, null, null, EdgeType.plain()).page(page);
    }

    /** The row with each of these keys; null where there is no key. */
    public List<@Nullable T> named(List<@Nullable Long> keys) {
        return table.named(keys);
    }

    /** The entity. */
    public Class<T> type() {
        return table.type();
    }

    /** The rows with these keys, by key. */
    public Map<Long, T> byKey(Collection<Long> keys) {
        return table.byKey(keys);
    }

    /** The names of the properties of its entity. */
    public Set<String> properties() {
        return table.properties();
    }

    /** The value of a property of a row; null as well when the entity has no such property. */
    public @Nullable Object valueOf(Object row, String property) {
        return table.valueOf(row, property);
    }

    /** Asks for the keys of rows by their names; what is asked of the name follows. */
    String keys() {
        return "select " + table.columnName(Keyed_.KEY) + " from " + table.name() + " where " + table.columnName(name);
    }

    /** The column with the key. */
    String key() {
        return table.column(Keyed_.KEY);
    }
}
