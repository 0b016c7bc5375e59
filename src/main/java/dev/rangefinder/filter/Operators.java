package dev.rangefinder.filter;

/** The operators of a filter for one kind of value. Omitted operators add no condition. */
@FunctionalInterface
public interface Operators {

    /** Adds the conditions of these operators on an expression. */
    void restrict(Conditions rows, String expression);
}
