package dev.rangefinder.store;

import dev.rangefinder.transaction.CoalescedRead;
import dev.rangefinder.transaction.Companions;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by the text in a unique column. Concurrent lookups of operations that run no other statement are coalesced.
 *
 * @param <T> the entity
 */
final class Lookup<T> {

    /** The rows that a statement found, and the state of the database that it saw. */
    private record Found<T>(Map<String, T> rows, Companions companions, Object state) {}

    private final Rows<T> rows;
    private final String column;
    private final String from;
    private final CoalescedRead<String, Found<T>> onPrimary = new CoalescedRead<>();
    private final CoalescedRead<String, Found<T>> onReplica = new CoalescedRead<>();

    /**
     * Creates a lookup.
     *
     * @param from the FROM clause
     * @param column the qualified name of the column
     */
    Lookup(Rows<T> rows, String from, String column) {
        this.rows = rows;
        this.from = from;
        this.column = column;
    }

    /** Finds the row with a value; null when there is none. */
    @Nullable T find(ReadContext context, String value) {
        if (!context.isOneStatement()) {
            return readAlone(context, value);
        }
        CoalescedRead<String, Found<T>> shared = context.transaction().isOnReplica() ? onReplica : onPrimary;
        Optional<Found<T>> found = shared.read(value, values -> readAll(context, values));
        if (found.isEmpty()) {
            return readAlone(context, value);
        }
        context.adopt(found.get().state, found.get().companions);
        return found.get().rows.get(value);
    }

    /** Finds the rows with these values, by value. Values without a row are left out. */
    Map<String, T> findAll(ReadContext context, Collection<String> values) {
        return read(context, anyOf(values));
    }

    private @Nullable T readAlone(ReadContext context, String value) {
        return read(context, Sql.of(" = ?", value)).get(value);
    }

    private Found<T> readAll(ReadContext context, Set<String> values) {
        return new Found<>(
                read(context, anyOf(values)),
                context.companions(),
                context.transaction().state());
    }

    private static Sql anyOf(Collection<String> values) {
        return values.size() == 1
                ? Sql.of(" = ?", values.iterator().next())
                : Sql.of(" = any (?)", (Object) values.toArray(String[]::new));
    }

    private Map<String, T> read(ReadContext context, Sql condition) {
        Map<String, T> found = new HashMap<>();
        Rows<T>.Reader reader = rows.reader(context, 2);
        Sql sql = Sql.of("select " + column + ", " + rows.select() + " from " + from + " where " + column)
                .add(condition);
        context.read(sql, row -> found.put(row.getString(1), reader.read(row)));
        return found;
    }
}
