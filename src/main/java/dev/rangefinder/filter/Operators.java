package dev.rangefinder.filter;

/** The operators that a filter offers for one kind of value. Those that a client leaves out ask for nothing. */
@FunctionalInterface
public interface Operators {

    /** Adds what the operators ask of an expression. */
    void restrict(Conditions rows, String expression);
}
