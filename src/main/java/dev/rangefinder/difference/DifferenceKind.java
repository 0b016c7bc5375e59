package dev.rangefinder.difference;

import org.eclipse.microprofile.graphql.Description;

@Description("How an object differs between two moments.")
public enum DifferenceKind {
    @Description("It was not there at the first moment, and is at the second.")
    ADDED,

    @Description("It was there at the first moment, and is not at the second.")
    REMOVED,

    @Description("It is there at both moments, with other properties or other claims.")
    CHANGED,

    @Description(
            "It is the same at both moments, or not there at either. What changed and was changed back does not count.")
    UNCHANGED;

    static DifferenceKind of(boolean before, boolean after, boolean changed) {
        if (before != after) {
            return before ? REMOVED : ADDED;
        }
        return changed ? CHANGED : UNCHANGED;
    }
}
