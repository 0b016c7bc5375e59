package dev.rangefinder.catalogue;

/** A part of a catalogue file, which knows where it stands. */
sealed interface Part permits Text, Listing, Fields {

    /** The way to this part from the top of the file, such as {@code devices[3].releasedOn}. */
    String path();

    /** The line on which this part starts, counted from 1. */
    int line();

    /** Where this part stands, as people read it. */
    default String place() {
        return Mistake.place(path(), line());
    }
}
