package dev.rangefinder.relay;

/** A field that clients can order a connection by. */
@FunctionalInterface
public interface OrderField {

    /** The ordering of rows in the database. */
    Ordering ordering();
}
