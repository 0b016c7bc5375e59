package dev.rangefinder.filter;

import java.util.List;

/** Collects the SQL conditions that a row must meet. */
public interface Conditions {

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

    /** Adds a condition that selects a range of the dates that an expression returns. */
    Conditions dates(String expression, String condition, Object... parameters);

    /** Adds a condition that selects a range of the texts that an expression returns. */
    Conditions texts(String expression, String condition, Object... parameters);
}
