package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of the relations of one level, so that fields that differ only in their aliases are read once. */
final class FetchedFields {

    private record Fetched(SelectedField field, List<?> values) {}

    private List<Fetched> fields = List.of();

    /** Returns the values of an equal field; null when none has been fetched. */
    @Nullable List<?> find(SelectedField field, ExecutionContext context) {
        for (Fetched fetched : fields) {
            if (isEqual(fetched.field, field, context)) {
                return fetched.values;
            }
        }
        return null;
    }

    void add(SelectedField field, List<?> values) {
        if (fields.isEmpty()) {
            fields = new ArrayList<>(2);
        }
        fields.add(new Fetched(field, values));
    }

    /** Whether both read the same rows with the same projection. */
    private static boolean isEqual(SelectedField one, SelectedField other, ExecutionContext context) {
        return one.fetcher() == other.fetcher()
                && one.arguments(context).equals(other.arguments(context))
                && Objects.equals(one.projection(context), other.projection(context));
    }
}
