package dev.rangefinder.difference;

import dev.rangefinder.transaction.ReadContext;

/** A list of differences that belong to that of an object. */
enum DifferenceList {
    CLAIMS("differing_claims") {
        @Override
        long work(int objects) {
            return ofClaims(objects);
        }
    },

    NEIGHBOURHOOD("differing_neighbours") {
        /** What surrounds a partnership is not known: the time that is measured decides whether it takes too long. */
        @Override
        long work(int objects) {
            return objects * NEIGHBOURHOOD_WORK;
        }
    };

    private static final long NEIGHBOURHOOD_WORK = 60_000_000_000L;
    private static final long OBJECT_WORK = 5_000_000;
    private static final long CLAIM_WORK = 20_000;

    /** The function of the database that returns the list. */
    final String function;

    DifferenceList(String function) {
        this.function = function;
    }

    /** The upper bound of the database time to find the lists of objects, in nanoseconds. */
    abstract long work(int objects);

    /** That of the comparison of the claims about objects, which may be all claims there are. */
    static long ofClaims(int objects) {
        return objects * OBJECT_WORK + ReadContext.current().sizeOf("claim") * CLAIM_WORK;
    }
}
