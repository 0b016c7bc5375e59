package dev.rangefinder.catalogue;

/** What a part of a catalogue file must look like. */
interface Type {

    /** Complains to the inspection about everything that is wrong with the part. */
    void inspect(Part part, Inspection inspection);
}
