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
 * Rows of a table, with all of its columns or with some of them; the key is the first in any case. What is not read stays
 * null in the entity. Companions of a row are joined to it.
 *
 * @param <T> the entity
 */
final class Rows<T> {

    /** About what a row and its entity take in memory, besides the characters of texts. */
    private static final long ROW = 150;

    /** About what each of its values takes. */
    private static final long VALUE = 50;

    private final Constructor<T> constructor;
    private final Column[] columns;
    private final List<Joined> joined;
    private final String select;
    private final String joins;
    private final Map<String, Lookup<T>> lookups = new ConcurrentHashMap<>();

    /**
     * The companions that one foreign key names.
     *
     * @param join what adds them to a FROM clause
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

        /** Reads the row that the result is at. */
        public T read(ResultSet row) throws SQLException {
            T entity = create();
            long bytes = ROW + VALUE * columns.length;
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

    /** Reads companions, each once however many rows name it. */
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
        this.select = Stream.concat(
                        columns.stream().map(column -> alias + '.' + column.name()),
                        joined.stream().map(one -> one.rows.select))
                .collect(Collectors.joining(", "));
        this.joins = joined.stream().map(one -> one.join + one.rows.joins).collect(Collectors.joining());
    }

    /** The columns, as a SELECT clause names them. */
    public String select() {
        return select;
    }

    /** What the FROM clause has behind the table. */
    public String joins() {
        return joins;
    }

    private int width() {
        return columns.length
                + joined.stream().mapToInt(one -> one.rows.width()).sum();
    }

    /** A reader for a statement whose columns start at a position. */
    public Reader reader(ReadContext context, int first) {
        return new Reader(context, first);
    }

    /** A way to find a row by the text in a unique column. */
    Lookup<T> lookup(String from, String column) {
        return lookups.computeIfAbsent(column, asked -> new Lookup<>(this, from + joins, asked));
    }

    private T create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + constructor.getDeclaringClass(), e);
        }
    }
}
