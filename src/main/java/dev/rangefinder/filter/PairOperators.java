package dev.rangefinder.filter;

/** The operators of a filter for a value in two columns. Omitted operators add no condition. */
public interface PairOperators {

    /** Adds the conditions of these operators on two expressions. */
    void restrict(Conditions rows, String first, String second);
}
