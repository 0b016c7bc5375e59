package dev.rangefinder.mutation;

/** Undoes imports, inside the transaction of a mutation. */
@FunctionalInterface
public interface Reverter {

    /**
     * Removes the rows that an import added, and gives those that it changed the values that they had before.
     *
     * @param revision the revision that the import made
     * @param isDryRun whether the catalogue stays as it is in the end
     * @throws RefusedException when it made none, or when something that later revisions have stored depends on it
     */
    Reversal revert(int revision, boolean isDryRun);
}
