package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the relations of one level have given, so that fields that differ in their aliases only are read once. */
final class FetchedFields {

    private record Fetched(SelectedField field, List<?> values) {}

    private List<Fetched> fields = List.of();

    /** What an equal field has given; null when there was none. */
    @Nullable List<?> find(SelectedField field, ExecutionContext context) {
        for (Fetched before : fields) {
            if (isEqual(before.field, field, context)) {
                return before.values;
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

    /** Whether both read the same, with the same properties of it. */
    private static boolean isEqual(SelectedField one, SelectedField other, ExecutionContext context) {
        return one.fetcher() == other.fetcher()
                && one.arguments(context).equals(other.arguments(context))
                && Objects.equals(one.projection(context), other.projection(context));
    }
}
