package dev.rangefinder.catalogue;

import java.util.Map;

/** The format of a part of a catalogue file. */
interface Type {

    /** Reports every mistake in the part. */
    void validate(Part part, Validation validation);

    /** This format as a JSON Schema of draft 7. It allows all that is valid, and some that the rules between keys do not. */
    Map<String, Object> schema();
}
