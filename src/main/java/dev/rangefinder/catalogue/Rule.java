package dev.rangefinder.catalogue;

/** A rule about several values of a record. */
interface Rule {

    /** Reports every violation. */
    void validate(Fields fields, Validation validation);
}
