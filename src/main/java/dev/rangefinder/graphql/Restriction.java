package dev.rangefinder.graphql;

import dev.rangefinder.sql.Sql;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Filter} asks of a row, as one SQL condition. */
public final class Restriction {

    private final Sql conditions = new Sql();
    private final boolean insideRelation;
    private boolean leavesTable;

    private Restriction(boolean insideRelation) {
        this.insideRelation = insideRelation;
    }

    /** What a filter asks. */
    static <F extends Filter<F>> Restriction of(@Nullable F filter) {
        Restriction restriction = new Restriction(false);
        if (filter != null) {
            restriction.combine(filter);
        }
        return restriction;
    }

    /** All of it; empty when it asks for nothing. */
    Sql condition() {
        return conditions;
    }

    /** Whether it asks something of what a relation of the row leads to. */
    boolean leavesTable() {
        return leavesTable;
    }

    /** A part of what this asks. */
    private <F extends Filter<F>> Sql part(F filter) {
        Restriction part = new Restriction(insideRelation);
        part.combine(filter);
        leavesTable |= part.leavesTable;
        return part.conditions;
    }

    private <F extends Filter<F>> void combine(F filter) {
        filter.restrict(this);
        combine(filter.and(), " and ", "true");
        combine(filter.or(), " or ", "false");
        if (filter.not() != null) {
            Sql not = part(filter.not());
            and(new Sql().add("(").add(orTrue(not)).add(") is not true"));
        }
    }

    private <F extends Filter<F>> void combine(@Nullable List<F> filters, String operator, String none) {
        if (filters == null) {
            return;
        }
        Sql all = new Sql();
        for (F filter : filters) {
            all.add(all.isEmpty() ? "(" : operator).add(orTrue(part(filter)));
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

    private <F extends Filter<F>> Sql exists(String exists, String relation, F filter) {
        leavesTable = true;
        Restriction inside = new Restriction(true);
        inside.combine(filter);
        Sql condition = inside.conditions;
        Sql sql = Sql.of(exists + " (select from " + relation);
        return (condition.isEmpty() ? sql : sql.add(" and ").add(condition)).add(")");
    }
}
