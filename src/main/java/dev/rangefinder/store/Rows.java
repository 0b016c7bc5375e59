package dev.rangefinder.store;

import dev.rangefinder.transaction.Projection;
import dev.rangefinder.transaction.ReadContext;
import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads rows of a table, with all of its columns or some of them; the key is always the first. Properties that are not read stay
 * null. Companions of a row are joined to it.
 *
 * @param <T> the entity
 */
final class Rows<T> {

    /** Approximate memory of a row and its entity, without its values. */
    private static final long ROW_BYTES = 150;

    /** Approximate memory of a value, without the characters of strings. */
    private static final long VALUE_BYTES = 50;

    private final Constructor<T> constructor;
    private final Column[] columns;
    private final List<Joined> joined;
    private final String own;
    private final String select;
    private final String joins;
    private final Map<String, Lookup<T>> lookups = new ConcurrentHashMap<>();

    /**
     * The companions that one foreign key references.
     *
     * @param join the JOIN clause
     */
    record Joined(Projection projection, Rows<?> rows, String join) {}

    /** Reads the rows of one statement. */
    public final class Reader {

        private final ReadContext context;
        private final int first;
        private final List<CompanionReader> companions = new ArrayList<>();

        private Reader(ReadContext context, int first) {
            this.context = context;
            this.first = first;
            int next = first + columns.length;
            for (Joined one : joined) {
                companions.add(new CompanionReader(
                        one.rows.reader(context, next), context.companions().collected(one.projection)));
                next += one.rows.width();
            }
        }

        /** Reads the current row. */
        public T read(ResultSet row) throws SQLException {
            T entity = create();
            long bytes = ROW_BYTES + VALUE_BYTES * columns.length;
            for (int i = 0; i < columns.length; i++) {
                bytes += columns[i].read(row, first + i, entity);
            }
            context.use(bytes);
            for (CompanionReader companion : companions) {
                companion.read(row);
            }
            return entity;
        }
    }

    /** Reads companions, each only once however many rows reference it. */
    private record CompanionReader(Rows<?>.Reader reader, Map<Long, Object> found) {

        void read(ResultSet row) throws SQLException {
            long key = row.getLong(reader.first);
            if (!row.wasNull() && !found.containsKey(key)) {
                found.put(key, reader.read(row));
            }
        }
    }

    Rows(Constructor<T> constructor, List<Column> columns, String alias, List<Joined> joined) {
        this.constructor = constructor;
        this.columns = columns.toArray(Column[]::new);
        this.joined = joined;
        this.own = columns.stream().map(column -> alias + '.' + column.name()).collect(Collectors.joining(", "));
        this.select = Stream.concat(Stream.of(own), joined.stream().map(one -> one.rows.select))
                .collect(Collectors.joining(", "));
        this.joins = joined.stream().map(one -> one.join + one.rows.joins).collect(Collectors.joining());
    }

    /** The columns of the rows, which the JOIN clauses refer to, without those of companions. */
    String own() {
        return own;
    }

    /** The columns for a SELECT clause. */
    public String select() {
        return select;
    }

    /** The JOIN clauses that follow the table. */
    public String joins() {
        return joins;
    }

    private int width() {
        return columns.length
                + joined.stream().mapToInt(one -> one.rows.width()).sum();
    }

    /** Returns a reader for a statement whose columns start at a position. */
    public Reader reader(ReadContext context, int first) {
        return new Reader(context, first);
    }

    /** Returns the lookup of rows by the text in a unique column. */
    Lookup<T> lookup(String from, String column) {
        return lookups.computeIfAbsent(column, unique -> new Lookup<>(this, from + joins, unique));
    }

    private T create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + constructor.getDeclaringClass(), e);
        }
    }
}
