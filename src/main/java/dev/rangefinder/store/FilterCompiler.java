package dev.rangefinder.store;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.filter.Conditions;
import dev.rangefinder.filter.Filter;
import dev.rangefinder.filter.Operators;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.transaction.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the filters of clients to SQL conditions.
 *
 * @param <T> the entity of the filtered rows
 */
public final class FilterCompiler<T extends Keyed> implements Conditions {

    /** Up to this many values are compared one by one; for more, PostgreSQL builds a hash table if it uses no index. */
    private static final int FEW = 20;

    private final EntityTable<T> table;
    private final boolean inRelation;
    private final List<Condition> conditions = new ArrayList<>();

    private FilterCompiler(EntityTable<T> table, boolean inRelation) {
        this.table = table;
        this.inRelation = inRelation;
    }

    /** Compiles a filter on the rows of a table. */
    static <T extends Keyed> Condition of(EntityTable<T> table, @Nullable Filter<? extends Criteria<T>> filter) {
        return filter == null ? Condition.all(List.of()) : new FilterCompiler<>(table, false).all(filter);
    }

    private Condition all(Filter<? extends Criteria<T>> filter) {
        FilterCompiler<T> rows = new FilterCompiler<>(table, inRelation);
        filter.criteria().restrict(rows);
        if (filter.and() != null) {
            rows.conditions.addAll(each(filter.and()));
        }
        if (filter.or() != null) {
            rows.conditions.add(Condition.any(each(filter.or())));
        }
        if (filter.not() != null) {
            rows.conditions.add(all(filter.not()).negated());
        }
        return Condition.all(rows.conditions);
    }

    private List<Condition> each(List<? extends Filter<? extends Criteria<T>>> filters) {
        return filters.stream().distinct().map(this::all).toList();
    }

    @Override
    public FilterCompiler<T> and(String condition, Object... parameters) {
        return add(Condition.Kind.OTHER, null, condition, parameters);
    }

    @Override
    public FilterCompiler<T> exactly(String condition, Object... parameters) {
        return add(Condition.Kind.EXACT, null, condition, parameters);
    }

    @Override
    public FilterCompiler<T> oneOf(String expression, List<String> texts) {
        String values = texts.size() > FEW ? " in (select unnest(?::text[]))" : " = any (?)";
        return and(expression + values, (Object) texts.toArray(String[]::new));
    }

    @Override
    public FilterCompiler<T> references(String foreignKey, String keys, List<String> names) {
        String query = "(" + keys + " = any (?))";
        String condition = names.size() > FEW ? " in " + query : " = any (array" + query + ")";
        return and(foreignKey + condition, (Object) names.toArray(String[]::new));
    }

    @Override
    public FilterCompiler<T> dates(String expression, String condition, Object... parameters) {
        return add(Condition.Kind.DATES, expression, condition, parameters);
    }

    @Override
    public FilterCompiler<T> texts(String expression, String condition, Object... parameters) {
        return add(Condition.Kind.TEXTS, expression, condition, parameters);
    }

    private FilterCompiler<T> add(
            Condition.Kind kind, @Nullable String expression, String condition, Object... parameters) {
        conditions.add(new Condition.Own(Sql.of(condition, parameters), kind, expression));
        return this;
    }

    /** Adds the conditions on a property, if the client uses operators for it. */
    public FilterCompiler<T> on(String property, @Nullable Operators operators) {
        if (operators != null) {
            operators.restrict(this, table.table().column(property));
        }
        return this;
    }

    /** Adds the conditions on the row that a foreign key references. */
    public FilterCompiler<T> to(ToOne<T, ?> relation, @Nullable ReferenceFilter operators) {
        if (operators != null) {
            operators.restrict(this, relation.column(), relation.parents().keys());
        }
        return this;
    }

    /**
     * Adds the conditions on the related rows.
     *
     * @throws InputException with code {@code BAD_USER_INPUT} inside another relation
     */
    public <N extends Keyed> FilterCompiler<T> through(
            Relation<T, N, ?> relation, @Nullable RelationFilter<? extends Criteria<N>> filter) {
        if (filter == null) {
            return this;
        }
        if (inRelation) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "Filters on relations cannot be nested.");
        }
        addRelated(relation, filter.some(), true);
        addRelated(relation, filter.none(), false);
        return this;
    }

    /** Statements use no aliases for tables, so that each table can occur only once. */
    private <N extends Keyed> void addRelated(
            Relation<T, N, ?> relation, @Nullable Filter<? extends Criteria<N>> filter, boolean some) {
        if (filter != null && relation.table() == table.table()) {
            throw new IllegalStateException("A filter cannot lead from a table to itself: " + table.table());
        }
        if (filter != null) {
            Condition passed = new FilterCompiler<>(relation.rows(), true).all(filter);
            conditions.add(new Condition.Related(new SemiJoin(relation, table.key(), passed), some));
        }
    }
}
