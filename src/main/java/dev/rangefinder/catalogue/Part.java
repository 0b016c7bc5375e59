package dev.rangefinder.catalogue;

/** A part of a catalogue file, with its location. */
sealed interface Part permits Text, Listing, Fields {

    /** The path from the root of the file, such as {@code devices[3].releasedOn}. */
    String path();

    /** The line on which this part starts, counted from 1. */
    int line();

    /** The location in readable form. */
    default String place() {
        return Mistake.place(path(), line());
    }
}
