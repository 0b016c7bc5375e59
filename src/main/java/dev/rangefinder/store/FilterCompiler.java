package dev.rangefinder.store;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.filter.CompositeOperators;
import dev.rangefinder.filter.Filter;
import dev.rangefinder.filter.Operators;
import dev.rangefinder.filter.ReferenceOperators;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.relay.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the filters of clients to SQL conditions.
 *
 * @param <T> the entity of the filtered rows
 */
public class FilterCompiler<T extends Keyed> extends ConditionList {

    /** How many relations a filter can traverse, one inside the other. */
    private static final int MAX_DEPTH = 3;

    private final EntityTable<T> table;

    /** The number of relations that lead to the rows. */
    private final int depth;

    /** The facet whose own conditions are omitted where all rows would have to meet them. */
    private final FacetSource omitted;

    FilterCompiler(EntityTable<T> table, int depth, FacetSource omitted) {
        this.table = table;
        this.depth = depth;
        this.omitted = omitted;
    }

    /** Compiles a filter on the rows of a table, without the conditions of a facet itself. */
    static <T extends Keyed> Condition of(
            EntityTable<T> table, @Nullable Filter<? extends Criteria<T>> filter, FacetSource omitted) {
        return filter == null ? Condition.all(List.of()) : new FilterCompiler<>(table, 0, omitted).all(filter);
    }

    private Condition all(Filter<? extends Criteria<T>> filter) {
        FilterCompiler<T> rows = new FilterCompiler<>(table, depth, omitted);
        FilterCompiler<T> complete = new FilterCompiler<>(table, depth, FacetSource.NONE);
        filter.criteria().restrict(rows);
        if (filter.and() != null) {
            each(filter.and()).forEach(rows::add);
        }
        if (filter.or() != null && !isOwn(filter.or())) {
            rows.add(Condition.any(complete.each(filter.or())));
        }
        if (filter.not() != null) {
            rows.add(complete.all(filter.not()).negated());
        }
        return rows.conjunction();
    }

    /** Whether all alternatives are conditions of the facet that is omitted. */
    private boolean isOwn(List<? extends Filter<? extends Criteria<T>>> filters) {
        boolean omits = omitted != FacetSource.NONE && !filters.isEmpty();
        return omits && each(filters).stream().allMatch(other -> other.parts().isEmpty());
    }

    private List<Condition> each(List<? extends Filter<? extends Criteria<T>>> filters) {
        return filters.stream().distinct().map(this::all).toList();
    }

    /** Adds the conditions on a property, if the client uses operators for it. */
    public FilterCompiler<T> on(String property, @Nullable Operators operators) {
        if (operators != null && !omitted.compares(List.of(column(property)))) {
            operators.restrict(this, column(property).at(depth));
        }
        return this;
    }

    /** The column with a property. */
    TableColumn column(String property) {
        return table.table().column(property);
    }

    /**
     * Adds the conditions on a property with few values, of which one can be rare. An index does not have such rows in the order of
     * a page, so that a scan in order would read all rows to find those with a rare value.
     */
    public FilterCompiler<T> tested(String property, @Nullable Operators operators) {
        Condition tests = new FilterCompiler<>(table, depth, omitted)
                .on(property, operators)
                .conjunction();
        tests.parts().forEach(part -> add(part.asTest()));
        return this;
    }

    /** Adds the conditions on several properties together, if the client uses operators for them. */
    public FilterCompiler<T> on(List<String> properties, @Nullable CompositeOperators operators) {
        List<TableColumn> columns = properties.stream().map(this::column).toList();
        if (operators != null && !omitted.compares(columns)) {
            operators.restrict(
                    this, columns.stream().map(column -> column.at(depth)).toList());
        }
        return this;
    }

    /** Adds the conditions on the row that a foreign key references. */
    public FilterCompiler<T> to(ToOne<T, ?> relation, @Nullable ReferenceOperators operators) {
        if (operators != null && !omitted.compares(List.of(relation.column()))) {
            operators.restrict(
                    this, relation.column().at(depth), relation.parents().keys());
        }
        return this;
    }

    /**
     * Adds the conditions on the related rows.
     *
     * @throws InputException with code {@code BAD_USER_INPUT} beyond the third relation
     */
    public <N extends Keyed> FilterCompiler<T> through(
            Relation<T, N, ?> relation, @Nullable RelationFilter<? extends Criteria<N>> filter) {
        if (filter == null) {
            return this;
        }
        if (depth == MAX_DEPTH) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT, "A filter can traverse at most " + MAX_DEPTH + " relations.");
        }
        addRelated(relation, filter.some(), true);
        addRelated(relation, filter.none(), false);
        return this;
    }

    private <N extends Keyed> void addRelated(
            Relation<T, N, ?> relation, @Nullable Filter<? extends Criteria<N>> filter, boolean some) {
        if (filter == null) {
            return;
        }
        Condition passed = new FilterCompiler<>(relation.rows(), depth + 1, FacetSource.NONE).all(filter);
        boolean isBehind = omitted.isBehind(relation);
        Condition others =
                isBehind ? new FilterCompiler<>(relation.rows(), depth + 1, omitted.inRow()).all(filter) : passed;
        boolean isOwn = isBehind && others.parts().isEmpty();
        if (!isOwn || passed.parts().isEmpty() && !omitted.isIdentity()) {
            add(new Condition.Related(new SemiJoin(relation, depth + 1, table.key(), some ? others : passed), some));
        }
    }
}
