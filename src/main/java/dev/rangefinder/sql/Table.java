package dev.rangefinder.sql;

import jakarta.persistence.Transient;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table behind an entity, read without a persistence context. Its name and columns are those of the entity in snake
 * case, unless an annotation of JPA says otherwise. Properties are what the metamodel of JPA has constants for.
 *
 * @param <T> the entity
 */
public final class Table<T> {

    private static final String KEY = "key";

    /** How many selections of columns are kept. Clients think of more, because companions have theirs. */
    private static final int SELECTIONS = 1000;

    private final Class<T> type;
    private final String name;
    private final String alias;
    private final Map<String, Column> columns;
    private final Constructor<T> constructor;
    private final Rows<T> all;
    private final Map<Map.Entry<Projection, String>, Rows<T>> some = new ConcurrentHashMap<>();

    private Table(Class<T> type, String alias) {
        this.type = type;
        this.name = Column.snakeCase(type.getSimpleName());
        this.alias = alias;
        this.columns = columnsOf(type).stream()
                .collect(Collectors.toMap(
                        Column::property, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.constructor = constructorOf(type);
        this.all = new Rows<>(constructor, List.copyOf(columns.values()), alias, List.of());
    }

    /** The table of an entity. */
    public static <T> Table<T> of(Class<T> entity) {
        return new Table<>(entity, Column.snakeCase(entity.getSimpleName()));
    }

    /** The columns of an entity, the key first. */
    private static List<Column> columnsOf(Class<?> entity) {
        List<Column> columns = new ArrayList<>();
        for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (isColumn(field)) {
                    columns.add(Column.of(field));
                }
            }
        }
        columns.sort(Comparator.comparing(column -> !column.property().equals(KEY)));
        return columns;
    }

    private static boolean isColumn(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isAnnotationPresent(Transient.class)
                && !field.getName().startsWith("$");
    }

    private static <T> Constructor<T> constructorOf(Class<T> entity) {
        try {
            return entity.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("No public constructor without parameters: " + entity, e);
        }
    }

    /** The entity whose rows are here. */
    public Class<T> type() {
        return type;
    }

    /** Its name in the database. */
    public String name() {
        return name;
    }

    /** The names of its properties. */
    public Set<String> properties() {
        return columns.keySet();
    }

    /** The name of the column that holds a property. */
    public String columnName(String property) {
        Column column = columns.get(property);
        if (column == null) {
            throw new IllegalArgumentException(type + " has no property " + property);
        }
        return column.name();
    }

    /** The column that holds a property, as statements name it. */
    public String column(String property) {
        return alias + '.' + columnName(property);
    }

    /**
     * The rows, with the columns that the operation wants of them: see {@link ReadContext#projection}.
     *
     * @param always a property that is read even if the operation does not want it
     */
    public Rows<T> rows(String always) {
        Projection projection = projection();
        if (projection == null) {
            return all;
        }
        if (some.size() >= SELECTIONS) {
            some.clear();
        }
        return some.computeIfAbsent(Map.entry(projection, always), asked -> only(projection, always));
    }

    /** What the operation wants of these rows; null stands for all of it. */
    private @Nullable Projection projection() {
        Projection projection = ReadContext.current().projection();
        return projection == null || projection.entity() != type ? null : projection;
    }

    private Rows<T> only(Projection projection, String always) {
        List<Column> read = columns.values().stream()
                .filter(column -> projection.properties().contains(column.property())
                        || column.property().equals(always)
                        || column.property().equals(KEY))
                .toList();
        List<Rows.Joined> joined = new ArrayList<>();
        for (Projection.Companion companion : projection.companions()) {
            joined.add(join(companion, alias + '_' + joined.size()));
        }
        return new Rows<>(constructor, read, alias, joined);
    }

    private Rows.Joined join(Projection.Companion companion, String as) {
        Table<?> table = new Table<>(companion.row().entity(), as);
        return new Rows.Joined(
                companion.row(),
                table.only(companion.row(), KEY),
                " left join " + table.name + ' ' + as + " on " + table.column(KEY) + " = "
                        + column(companion.foreignKey()));
    }

    /** The row that has a text in a unique property, or null. */
    public @Nullable T find(String property, String value) {
        return rows(KEY).lookup(name, column(property)).find(ReadContext.current(), value);
    }

    /** The rows with the given keys, by key. Keys of no row are left out. */
    public Map<Long, T> byKey(Collection<Long> keys) {
        Map<Long, T> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        Rows<T> rows = rows(KEY);
        Rows<T>.Reader reader = rows.reader(ReadContext.current(), 1);
        Sql sql = Sql.of(
                "select " + rows.select() + " from " + name + rows.joins() + " where " + column(KEY) + " = any (?)",
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
        Projection projection = projection();
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
        Rows<T> rows = rows(KEY);
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
        Column column = columns.get(property);
        return column == null ? null : column.valueIn(row);
    }

    private static long[] distinct(Collection<Long> keys) {
        return keys.stream().mapToLong(Long::longValue).distinct().toArray();
    }

    @Override
    public String toString() {
        return name
                + Arrays.toString(columns.values().stream().map(Column::name).toArray());
    }
}
