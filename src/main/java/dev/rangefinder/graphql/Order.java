package dev.rangefinder.graphql;

/** An order that a client asks for. */
public interface Order {

    /** What to order by. */
    OrderField field();

    /** Which way. */
    OrderDirection direction();
}
