package dev.rangefinder.graphql;

import dev.rangefinder.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Filter} asks of a row, as one SQL condition. */
public final class Restriction {

    /** What the conditions are about. */
    private enum Subject {
        /** The row: all of them hold. */
        ROW,
        /** The row, within {@code or} or {@code not}. */
        PART,
        /** A row that a relation leads to. */
        RELATED
    }

    /** A condition on an expression that has an index for it. */
    private record Search(String expression, Sql condition) {}

    private final Sql conditions = new Sql();
    private final Subject subject;
    private final Related.Look look;
    private @Nullable Related related;
    private @Nullable Search search;
    private boolean hasParent;

    private Restriction(Subject subject, Related.Look look) {
        this.subject = subject;
        this.look = look;
    }

    /** What a filter asks, where relations are looked at in a way. */
    static <F extends Filter<F>> Restriction of(@Nullable F filter, Related.Look look) {
        Restriction restriction = new Restriction(Subject.ROW, look);
        if (filter != null) {
            restriction.combine(filter);
        }
        return restriction;
    }

    /** All of it; empty when it asks for nothing. */
    Sql condition() {
        return related == null ? ofRowItself() : related.exists(look).and(ofRowItself());
    }

    private Sql ofRowItself() {
        return search == null ? conditions : new Sql().and(search.condition).and(conditions);
    }

    /**
     * What the rows of a table can be found by. Null when nothing that is asked is of use for that: when they are those of
     * one parent, or when they are in the order that a search is about.
     */
    @Nullable Lead lead(String table, String key, Ordering order) {
        if (hasParent) {
            return null;
        }
        if (related != null) {
            return new Lead(related.keys(), true, related.exists(look), ofRowItself());
        }
        if (search != null && !search.expression.equals(order.expression())) {
            Sql keys = Sql.of("select " + key + " as key from " + table).where(search.condition);
            return new Lead(keys, false, search.condition, conditions);
        }
        return null;
    }

    /** A part of what this asks. */
    private <F extends Filter<F>> Sql part(F filter) {
        Restriction part = new Restriction(subject == Subject.ROW ? Subject.PART : subject, look);
        part.combine(filter);
        return part.conditions;
    }

    private <F extends Filter<F>> void combine(F filter) {
        filter.restrict(this);
        if (filter.and() != null) {
            filter.and().forEach(this::combine);
        }
        if (filter.or() != null) {
            Sql any = new Sql();
            for (F one : filter.or()) {
                any.add(any.isEmpty() ? "(" : " or ").add(orTrue(part(one)));
            }
            and(any.isEmpty() ? Sql.of("false") : any.add(")"));
        }
        if (filter.not() != null) {
            and(new Sql().add("(").add(orTrue(part(filter.not()))).add(") is not true"));
        }
    }

    private static Sql orTrue(Sql condition) {
        return condition.isEmpty()
                ? Sql.of("true")
                : new Sql().add("(").add(condition).add(")");
    }

    /** Adds a condition. */
    public Restriction and(Sql condition) {
        conditions.and(condition);
        return this;
    }

    /** Adds a condition with its parameters. */
    public Restriction and(String condition, Object... parameters) {
        return and(Sql.of(condition, parameters));
    }

    /** Adds a condition with its parameters that an index on an expression serves, and mostly for a few of all rows. */
    public Restriction search(String expression, String condition, Object... parameters) {
        if (search != null || subject != Subject.ROW) {
            return and(condition, parameters);
        }
        search = new Search(expression, Sql.of(condition, parameters));
        return this;
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
            hasParent |= subject == Subject.ROW && (operators.eq() != null || operators.in() != null);
        }
        return this;
    }

    /**
     * Adds what is asked of the rows that a relation leads to.
     *
     * @param from the FROM clause of the relation
     * @param foreignKey the column there that leads back
     * @param key the column of the row that it leads back to
     * @throws InputException with code {@code BAD_USER_INPUT} inside another relation
     */
    public <F extends Filter<F>> Restriction through(
            String from, String foreignKey, String key, @Nullable RelationFilter<F> filter) {
        if (filter == null) {
            return this;
        }
        if (subject == Subject.RELATED) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "A filter goes through one relation, not through a relation of a relation.");
        }
        if (filter.some() != null) {
            Related some = new Related(from, foreignKey, key, asked(filter.some()));
            if (related == null && subject == Subject.ROW) {
                related = some;
            } else {
                and(some.exists(look));
            }
        }
        if (filter.none() != null) {
            and(Sql.of("not ").add(new Related(from, foreignKey, key, asked(filter.none())).exists(look)));
        }
        return this;
    }

    private <F extends Filter<F>> Sql asked(F filter) {
        Restriction there = new Restriction(Subject.RELATED, look);
        there.combine(filter);
        return there.conditions;
    }
}
