package dev.rangefinder.store;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements of features whose rows are no entities. */
public final class ParentQuery {

    /** Approximate memory of a row. */
    private static final long BYTES = 300;

    private ParentQuery() {}

    /**
     * Returns the rows of each parent, by one cheap statement.
     *
     * @param statement a statement whose first column is the key of the parent
     * @param parameters the values of its parameters
     */
    public static <R> List<List<R>> of(
            String statement, List<?> parameters, List<? extends Keyed> parents, RowReader<R> reader) {
        return of(statement, parameters, 0, parents, reader);
    }

    /**
     * Returns the rows of each parent, by one statement.
     *
     * @param statement a statement whose first column is the key of the parent
     * @param parameters the values of its parameters
     * @param work the upper bound of its database time, in nanoseconds
     */
    public static <R> List<List<R>> of(
            String statement, List<?> parameters, long work, List<? extends Keyed> parents, RowReader<R> reader) {
        List<Long> keys = parents.stream().map(parent -> parent.key).toList();
        return ofKeys(statement, parameters, work, keys, reader);
    }

    /**
     * Returns the rows of each key, by one statement.
     *
     * @param statement a statement whose first column is a key
     * @param parameters the values of its parameters
     * @param work the upper bound of its database time, in nanoseconds
     */
    public static <R> List<List<R>> ofKeys(
            String statement, List<?> parameters, long work, List<Long> keys, RowReader<R> reader) {
        Map<Long, List<R>> found = new HashMap<>();
        ReadContext context = ReadContext.current();
        context.read(Sql.of(statement, parameters.toArray()), work, row -> {
            context.use(BYTES);
            found.computeIfAbsent(row.getLong(1), none -> new ArrayList<>()).add(reader.read(row, 2));
        });
        return keys.stream().map(key -> found.getOrDefault(key, List.of())).toList();
    }
}
