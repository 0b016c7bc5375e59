package dev.rangefinder.filter;

/** The operators of a filter for a related object, which is identified by its slug, code or key. */
public interface ReferenceOperators {

    /**
     * Adds the conditions of these operators.
     *
     * @param foreignKey the column that refers to the object
     * @param keys the query for the keys of objects, up to the column that is compared with their names
     */
    void restrict(Conditions rows, String foreignKey, String keys);
}
