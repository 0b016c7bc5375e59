package dev.rangefinder.filter;

import java.util.List;

/** Collects the SQL conditions that a row must meet. */
public interface Conditions {

    /** The condition that an expression is null, or that it is not. */
    static String isNull(String expression, boolean isNull) {
        return expression + (isNull ? " is null" : " is not null");
    }

    /** Adds a condition with its parameters. */
    Conditions and(String condition, Object... parameters);

    /** Adds a condition that selects one value, or a few rows by their unique names. */
    Conditions exactly(String condition, Object... parameters);

    /** Adds a condition that selects one of several texts. */
    Conditions oneOf(String expression, List<String> texts);

    /**
     * Adds a condition on the rows that a foreign key refers to, by their unique names.
     *
     * @param foreignKey the column
     * @param keys the query for the keys of these rows, up to the column that is compared with their names
     */
    Conditions references(String foreignKey, String keys, List<String> names);

    /**
     * Adds a condition that selects a range of the dates in a column, in two forms with the same parameters, because an index
     * serves only a condition on its own expression.
     *
     * @param lowest the condition on {@code coalesce(column, '')}
     * @param highest the condition on {@code coalesce(column, '~')}
     */
    Conditions dates(String column, String lowest, String highest, Object... parameters);

    /** Adds a condition that selects a range of the values of an expression. */
    Conditions range(String expression, String condition, Object... parameters);
}
