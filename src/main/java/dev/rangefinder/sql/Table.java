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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table behind an entity, read without a persistence context. Its name and columns are those of the entity in snake
 * case, unless an annotation of JPA says otherwise.
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
    private final List<Column> columns;
    private final Constructor<T> constructor;
    private final Rows<T> all;
    private final Map<Map.Entry<Projection, String>, Rows<T>> some = new ConcurrentHashMap<>();

    private Table(Class<T> type, String alias) {
        this.type = type;
        this.name = Column.snakeCase(type.getSimpleName());
        this.alias = alias;
        this.columns = columnsOf(type);
        this.constructor = constructorOf(type);
        this.all = new Rows<>(constructor, columns, alias, List.of());
    }

    /** The table of an entity, and the alias that names it in statements. */
    public static <T> Table<T> of(Class<T> entity, String alias) {
        return new Table<>(entity, alias);
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

    /** The table and its alias, as a FROM clause names them. */
    public String from() {
        return name + ' ' + alias;
    }

    /** The alias that names the table in statements. */
    public String alias() {
        return alias;
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
        List<Column> read = columns.stream()
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
        Table<?> table = of(companion.row().entity(), as);
        String key = alias + '.' + column(companion.foreignKey()).orElseThrow().name();
        return new Rows.Joined(
                companion.row(),
                table.only(companion.row(), KEY),
                " left join " + table.from() + " on " + as + ".id = " + key);
    }

    /** The row with a text in a unique column, or null. */
    public @Nullable T find(String column, String value) {
        return rows(KEY).lookup(from(), alias + '.' + column).find(ReadContext.current(), value);
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
                "select " + rows.select() + " from " + from() + rows.joins() + " where " + alias + ".id = any (?)",
                distinct(keys));
        ReadContext.current().read(sql, row -> found.put(row.getLong(1), reader.read(row)));
        return found;
    }

    /**
     * For each child the row that its foreign key names, or null where it has none. One statement for all of them, or
     * none where they came along as companions of the children.
     */
    public <C> List<@Nullable T> one(List<C> children, Function<C, @Nullable Long> foreignKey) {
        List<@Nullable Long> keys = children.stream().map(foreignKey).toList();
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
     * For each parent its rows, in order. One statement for all of them. For lists that cannot grow; others are read by
     * the page.
     *
     * @param column the foreign key that names the parent
     * @param order what to order the rows of one parent by
     */
    public <P> List<List<T>> many(List<P> parents, Function<P, Long> key, String column, String order) {
        Map<Long, List<T>> found = new HashMap<>();
        Rows<T> rows = rows(KEY);
        Rows<T>.Reader reader = rows.reader(ReadContext.current(), 2);
        String parent = alias + '.' + column;
        Sql sql = Sql.of(
                "select " + parent + ", " + rows.select() + " from " + from() + rows.joins() + " where " + parent
                        + " = any (?) order by " + order,
                distinct(parents.stream().map(key).toList()));
        ReadContext.current()
                .read(
                        sql,
                        row -> found.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                                .add(reader.read(row)));
        return parents.stream()
                .map(one -> found.getOrDefault(key.apply(one), List.of()))
                .toList();
    }

    /** What a property of a row holds; null as well when rows have no such property. */
    public @Nullable Object valueOf(Object row, String property) {
        return column(property).map(column -> column.valueIn(row)).orElse(null);
    }

    private Optional<Column> column(String property) {
        return columns.stream()
                .filter(column -> column.property().equals(property))
                .findFirst();
    }

    private static long[] distinct(Collection<Long> keys) {
        return keys.stream().mapToLong(Long::longValue).distinct().toArray();
    }

    @Override
    public String toString() {
        return from() + Arrays.toString(columns.stream().map(Column::name).toArray());
    }
}
