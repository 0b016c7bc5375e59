package dev.rangefinder.catalogue;

/** The format of a part of a catalogue file. */
interface Type {

    /** Reports every mistake in the part. */
    void validate(Part part, Validation validation);
}
