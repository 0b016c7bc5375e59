package dev.rangefinder.graphql;

import dev.rangefinder.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Criteria} asks of a row. */
public final class Restriction {

    /** So many values are compared one after another; more are looked up in a hash table, where no index leads to them. */
    private static final int FEW = 20;

    private final boolean inRelation;
    private final List<Condition> conditions = new ArrayList<>();

    private Restriction(boolean inRelation) {
        this.inRelation = inRelation;
    }

    /** What a filter asks. */
    static Condition of(@Nullable Filter<?> filter) {
        return filter == null ? Condition.all(List.of()) : of(filter, false);
    }

    private static Condition of(Filter<?> filter, boolean inRelation) {
        Restriction rows = new Restriction(inRelation);
        filter.criteria().restrict(rows);
        if (filter.and() != null) {
            rows.conditions.addAll(each(filter.and(), inRelation));
        }
        if (filter.or() != null) {
            rows.conditions.add(Condition.any(each(filter.or(), inRelation)));
        }
        if (filter.not() != null) {
            rows.conditions.add(of(filter.not(), inRelation).negated());
        }
        return Condition.all(rows.conditions);
    }

    private static List<Condition> each(List<? extends Filter<?>> filters, boolean inRelation) {
        return filters.stream().distinct().map(filter -> of(filter, inRelation)).toList();
    }

    /** Adds a condition with its parameters. */
    public Restriction and(String condition, Object... parameters) {
        return add(Condition.Kind.OTHER, null, condition, parameters);
    }

    /** Adds a condition that asks for one value, or for a few rows by their unique names. */
    public Restriction exactly(String condition, Object... parameters) {
        return add(Condition.Kind.EXACT, null, condition, parameters);
    }

    /** Adds a condition that asks for one of several texts. */
    public Restriction oneOf(String expression, List<String> texts) {
        String values = texts.size() > FEW ? " in (select unnest(?::text[]))" : " = any (?)";
        return and(expression + values, (Object) texts.toArray(String[]::new));
    }

    /** Adds a condition that asks for one of the rows that a foreign key leads to, by their unique names. */
    Restriction oneOf(String foreignKey, String table, String column, List<String> names) {
        String keys = "(select id from " + table + " where " + column + " = any (?))";
        return and(foreignKey + (names.size() > FEW ? " in " + keys : " = any (array" + keys + ")"), (Object)
                names.toArray(String[]::new));
    }

    /** Adds a condition that asks for a range of the dates that an expression gives. */
    public Restriction dates(String expression, String condition, Object... parameters) {
        return add(Condition.Kind.DATES, expression, condition, parameters);
    }

    /** Adds a condition that asks for a range of the texts that an expression gives. */
    public Restriction texts(String expression, String condition, Object... parameters) {
        return add(Condition.Kind.TEXTS, expression, condition, parameters);
    }

    private Restriction add(Condition.Kind kind, @Nullable String expression, String condition, Object... parameters) {
        conditions.add(new Condition.Own(Sql.of(condition, parameters), kind, expression));
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
    public Restriction through(String from, String foreignKey, String key, @Nullable RelationFilter<?> filter) {
        if (filter == null) {
            return this;
        }
        if (inRelation) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "A filter goes through one relation, not through a relation of a relation.");
        }
        if (filter.some() != null) {
            conditions.add(new Condition.Reached(new Related(from, foreignKey, key, of(filter.some(), true)), true));
        }
        if (filter.none() != null) {
            conditions.add(new Condition.Reached(new Related(from, foreignKey, key, of(filter.none(), true)), false));
        }
        return this;
    }
}
