package dev.rangefinder.store;

import dev.rangefinder.transaction.Projection;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table of an entity without a persistence context. The names of the table and its columns are those of the entity in
 * snake case, unless JPA annotations override them. Statements use no alias for the table.
 *
 * @param <T> the entity
 */
final class TableReader<T> {

    private final EntityColumns<T> entity;
    private final String name;
    private final Selections<T> selections;

    private TableReader(EntityColumns<T> entity) {
        this.entity = entity;
        this.name = entity.table();
        this.selections = new Selections<>(entity, name);
    }

    /** Creates the reader of an entity. */
    public static <T> TableReader<T> of(Class<T> entity) {
        return new TableReader<>(EntityColumns.of(entity));
    }

    /** The class of the entity. */
    public Class<T> type() {
        return entity.type();
    }

    /** The name of the table. */
    public String name() {
        return name;
    }

    /** The names of the properties. */
    public Set<String> properties() {
        return entity.properties();
    }

    /** The name of the column that holds a property. */
    public String columnName(String property) {
        return entity.column(property).name();
    }

    /** The column that holds a property. */
    public TableColumn column(String property) {
        return new TableColumn(name, columnName(property));
    }

    /**
     * Returns the rows with the columns that the operation needs: see {@link ReadContext#projection}.
     *
     * @param always a property that is read even if the operation does not need it
     */
    public Rows<T> rows(String always) {
        return selections.rows(always);
    }

    /** Returns the lookup of rows by the value of a unique property. */
    public Lookup<T> lookup(String property) {
        return rows(EntityColumns.KEY).lookup(name, column(property).toString());
    }

    /** Reads the rows with the given keys, by key. Keys without a row are left out. */
    public Map<Long, T> byKey(Collection<Long> keys) {
        Map<Long, T> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        Rows<T> rows = rows(EntityColumns.KEY);
        Rows<T>.Reader reader = rows.reader(ReadContext.current(), 1);
        Sql sql = Sql.of(
                "select " + rows.select() + " from " + name + rows.joins() + " where " + column(EntityColumns.KEY)
                        + " = any (?)",
                distinct(keys));
        ReadContext.current().read(sql, row -> found.put(row.getLong(1), reader.read(row)));
        return found;
    }

    /**
     * Reads the row of each key, or null where there is no key: with one statement, or with none if they were read as companions
     * of the rows that reference them.
     */
    public List<@Nullable T> named(List<@Nullable Long> keys) {
        List<Long> named = keys.stream().filter(Objects::nonNull).toList();
        Map<Long, T> companions = companions();
        Map<Long, T> found = companions.keySet().containsAll(named) ? companions : byKey(named);
        return keys.stream().map(key -> key == null ? null : found.get(key)).toList();
    }

    private Map<Long, T> companions() {
        Projection projection = selections.projection();
        return projection == null
                ? Map.of()
                : ReadContext.current().companions().of(projection);
    }

    /**
     * Reads all rows of each parent with one statement. For lists that cannot grow; others are paginated.
     *
     * @param parent the column that holds the key of the parent
     * @param orderBy the ORDER BY clause
     */
    public List<List<T>> many(TableColumn parent, List<Long> parents, String orderBy) {
        Map<Long, List<T>> found = new HashMap<>();
        Rows<T> rows = rows(EntityColumns.KEY);
        Rows<T>.Reader reader = rows.reader(ReadContext.current(), 2);
        Sql sql = Sql.of(
                "select " + parent + ", " + rows.select() + " from " + name + rows.joins() + " where " + parent
                        + " = any (?)" + orderBy,
                distinct(parents));
        ReadContext.current()
                .read(
                        sql,
                        row -> found.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                                .add(reader.read(row)));
        return parents.stream().map(one -> found.getOrDefault(one, List.of())).toList();
    }

    /** The value of a property of a row; also null when the entity has no such property. */
    public @Nullable Object valueOf(Object row, String property) {
        return entity.valueOf(row, property);
    }

    private static long[] distinct(Collection<Long> keys) {
        return keys.stream().mapToLong(Long::longValue).distinct().toArray();
    }

    @Override
    public String toString() {
        return name + entity.all().stream().map(Column::name).toList();
    }
}
