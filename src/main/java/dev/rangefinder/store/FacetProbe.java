package dev.rangefinder.store;

import dev.rangefinder.filter.CompositeOperators;
import dev.rangefinder.filter.Operators;
import dev.rangefinder.filter.ReferenceOperators;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.relay.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns that one condition of a filter compares, or the relation that it tests: the criteria of the filter are compiled
 * with nothing but that condition.
 */
final class FacetProbe<T extends Keyed> extends FilterCompiler<T> {

    private @Nullable FacetSource source;
    private @Nullable Relation<T, ?, ?> relation;

    FacetProbe(EntityTable<T> table) {
        super(table, 0, FacetSource.NONE);
    }

    /** The columns of the condition; null if it has none. */
    @Nullable FacetSource source() {
        return source;
    }

    /** The relation of the condition; null if it has none. */
    @Nullable Relation<T, ?, ?> relation() {
        return relation;
    }

    @Override
    public FacetProbe<T> on(String property, @Nullable Operators operators) {
        return operators == null ? this : found(List.of(column(property)), null);
    }

    @Override
    public FacetProbe<T> tested(String property, @Nullable Operators operators) {
        return on(property, operators);
    }

    @Override
    public FacetProbe<T> on(List<String> properties, @Nullable CompositeOperators operators) {
        return operators == null
                ? this
                : found(properties.stream().map(this::column).toList(), null);
    }

    @Override
    public FacetProbe<T> to(ToOne<T, ?> reference, @Nullable ReferenceOperators operators) {
        return operators == null ? this : found(List.of(reference.column()), reference.parents());
    }

    @Override
    public <N extends Keyed> FacetProbe<T> through(
            Relation<T, N, ?> related, @Nullable RelationFilter<? extends Criteria<N>> filter) {
        relation = filter == null ? relation : related;
        return this;
    }

    private FacetProbe<T> found(List<TableColumn> compared, @Nullable EntityTable<?> referenced) {
        source = new FacetSource(null, compared, compared.get(compared.size() - 1), referenced);
        return this;
    }
}
