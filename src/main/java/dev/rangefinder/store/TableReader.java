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
 * The table behind an entity, read without a persistence context. Its name and columns are those of the entity in snake
 * case, unless an annotation of JPA says otherwise. Statements name it by its name. Properties are what the metamodel of JPA
 * has constants for.
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

    /** The table of an entity. */
    public static <T> TableReader<T> of(Class<T> entity) {
        return new TableReader<>(EntityColumns.of(entity));
    }

    /** The entity whose rows are here. */
    public Class<T> type() {
        return entity.type();
    }

    /** Its name in the database. */
    public String name() {
        return name;
    }

    /** The names of its properties. */
    public Set<String> properties() {
        return entity.properties();
    }

    /** The name of the column that holds a property. */
    public String columnName(String property) {
        return entity.column(property).name();
    }

    /** The column that holds a property, as statements name it. */
    public String column(String property) {
        return name + '.' + columnName(property);
    }

    /**
     * The rows, with the columns that the operation wants of them: see {@link ReadContext#projection}.
     *
     * @param always a property that is read even if the operation does not want it
     */
    public Rows<T> rows(String always) {
        return selections.rows(always);
    }

    /** The row that has a text in a unique property, or null. */
    public @Nullable T find(String property, String value) {
        return rows(EntityColumns.KEY).lookup(name, column(property)).find(ReadContext.current(), value);
    }

    /** The rows with the given keys, by key. Keys of no row are left out. */
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
     * The row with each of these keys, or null where there is no key. One statement for all of them, or none where they came
     * along as companions of the rows that name them.
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
     * For each parent its rows. One statement for all of them. For lists that cannot grow; others are read by the page.
     *
     * @param parent the column that holds the key of the parent
     * @param orderBy the clause that orders the rows of one parent
     */
    public List<List<T>> many(String parent, List<Long> parents, String orderBy) {
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

    /** What a property of a row holds; null as well when rows have no such property. */
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
