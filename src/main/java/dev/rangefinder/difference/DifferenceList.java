package dev.rangefinder.difference;

/** A list of differences that belong to that of an object. */
enum DifferenceList {
    CLAIMS("differing_claims", 100_000_000L),

    /** How long it takes depends on the partnership: the time that is measured decides whether it takes too long. */
    NEIGHBOURHOOD("differing_neighbours", 60_000_000_000L);

    /** The function of the database that returns the list. */
    final String function;

    /** The upper bound of the database time for one object, in nanoseconds. */
    final long work;

    DifferenceList(String function, long work) {
        this.function = function;
        this.work = work;
    }
}
