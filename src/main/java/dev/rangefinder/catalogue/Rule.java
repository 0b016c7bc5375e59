package dev.rangefinder.catalogue;

/** How the values of a record must go together, beyond what each of them must look like. */
interface Rule {

    /** Complains to the inspection where they do not. */
    void inspect(Fields fields, Inspection inspection);
}
