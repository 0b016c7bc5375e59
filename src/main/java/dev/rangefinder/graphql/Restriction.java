package dev.rangefinder.graphql;

import dev.rangefinder.sql.Sql;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Filter} asks of a row, as one SQL condition. */
public final class Restriction {

    private final Sql conditions = new Sql();
    private final boolean insideRelation;

    private Restriction(boolean insideRelation) {
        this.insideRelation = insideRelation;
    }

    /** The condition of a filter; empty when it asks for nothing. */
    public static <F extends Filter<F>> Sql of(@Nullable F filter) {
        return of(filter, false);
    }

    private static <F extends Filter<F>> Sql of(@Nullable F filter, boolean insideRelation) {
        Restriction restriction = new Restriction(insideRelation);
        if (filter != null) {
            restriction.combine(filter);
        }
        return restriction.conditions;
    }

    private <F extends Filter<F>> void combine(F filter) {
        filter.restrict(this);
        combine(filter.and(), " and ", "true");
        combine(filter.or(), " or ", "false");
        if (filter.not() != null) {
            Sql not = of(filter.not(), insideRelation);
            and(new Sql().add("(").add(orTrue(not)).add(") is not true"));
        }
    }

    private <F extends Filter<F>> void combine(@Nullable List<F> filters, String operator, String none) {
        if (filters == null) {
            return;
        }
        Sql all = new Sql();
        for (F filter : filters) {
            all.add(all.isEmpty() ? "(" : operator).add(orTrue(of(filter, insideRelation)));
        }
        and(filters.isEmpty() ? Sql.of(none) : all.add(")"));
    }

    private static Sql orTrue(Sql condition) {
        return condition.isEmpty()
                ? Sql.of("true")
                : new Sql().add("(").add(condition).add(")");
    }

    /** Adds a condition. */
    public Restriction and(Sql condition) {
        conditions.add(conditions.isEmpty() ? "" : " and ").add(condition);
        return this;
    }

    /** Adds a condition with its parameters. */
    public Restriction and(String condition, Object... parameters) {
        return and(Sql.of(condition, parameters));
    }

    /** Adds what an operator asks of an expression, when the client uses it. */
    public Restriction on(String expression, @Nullable Operators operators) {
        if (operators != null) {
            operators.restrict(this, expression);
        }
        return this;
    }

    /**
     * Adds what an operator asks of the row that a foreign key leads to.
     *
     * @param foreignKey the column with the foreign key
     * @param table the table that it leads to
     * @param column the unique column by which clients know the rows there
     */
    public Restriction to(String foreignKey, String table, String column, @Nullable ReferenceFilter operators) {
        if (operators != null) {
            operators.restrict(this, foreignKey, table, column);
        }
        return this;
    }

    /**
     * Adds what is asked of the rows that a relation leads to.
     *
     * @param relation FROM and WHERE of the relation, such as {@code launch l where l.device_id = d.id}
     * @throws InputException with code {@code BAD_USER_INPUT} inside another relation
     */
    public <F extends Filter<F>> Restriction through(String relation, @Nullable RelationFilter<F> filter) {
        if (filter == null) {
            return this;
        }
        if (insideRelation) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "A filter goes through one relation, not through a relation of a relation.");
        }
        whenGiven(filter.some(), some -> and(exists("exists", relation, some)));
        whenGiven(filter.none(), none -> and(exists("not exists", relation, none)));
        return this;
    }

    private static <F extends Filter<F>> void whenGiven(@Nullable F filter, Consumer<F> then) {
        if (filter != null) {
            then.accept(filter);
        }
    }

    private static <F extends Filter<F>> Sql exists(String exists, String relation, F filter) {
        Sql condition = of(filter, true);
        Sql sql = Sql.of(exists + " (select from " + relation);
        return (condition.isEmpty() ? sql : sql.add(" and ").add(condition)).add(")");
    }
}
