package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import org.jspecify.annotations.Nullable;

/** Propagates nulls of non-null fields to their parents: GraphQL specification, section 6.4.4. */
final class NullPropagation {

    /** Marks a null in a non-null position, which makes the enclosing value null. */
    private static final Object FAILED = new Object();

    private final boolean propagates;
    private boolean reachedRoot;

    NullPropagation(ExecutionContext context) {
        this.propagates = context.propagateErrorsOnNonNullContractFailure();
    }

    /** The replacement for a value that has an error. */
    @Nullable Object valueOfError(Completion type) {
        return type.nonNull() && propagates ? FAILED : null;
    }

    static boolean isFailed(@Nullable Object value) {
        return value == FAILED;
    }

    /** Whether the whole answer is null. */
    boolean hasReachedRoot() {
        return reachedRoot;
    }

    /** Sets a value of a row, or discards the row when a non-null value is null. */
    void put(Row row, int field, @Nullable Object value) {
        if (value == FAILED) {
            discard(row);
        } else {
            row.values[field] = value;
        }
    }

    /** Makes a row null, or the closest enclosing value that is nullable. */
    void discard(Row row) {
        Row parent = row.parent;
        if (parent == null) {
            reachedRoot = true;
            return;
        }
        Completion type = parent.selection.fields()[row.field].completion();
        put(parent, row.field, without(parent.values[row.field], row, 0, type));
    }

    private static @Nullable Object without(@Nullable Object value, Row row, int depth, Completion type) {
        if (depth == row.indices.length) {
            return value == row ? nullOf(type) : value;
        }
        if (!(value instanceof Object[] items)) {
            return value;
        }
        int index = row.indices[depth];
        Object remaining = without(items[index], row, depth + 1, type.item());
        if (remaining == FAILED) {
            return nullOf(type);
        }
        items[index] = remaining;
        return items;
    }

    private static @Nullable Object nullOf(Completion type) {
        return type.nonNull() ? FAILED : null;
    }
}
