package dev.rangefinder.relay;

/** Something that clients can have a connection ordered by. */
@FunctionalInterface
public interface OrderField {

    /** What it means in the database. */
    Ordering ordering();
}
