package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;

/** What a claim expects of the future. */
@Description("What a claim expects of the future.")
public enum Expectation {
    /** It will happen, at a date unknown. */
    @Description("It will happen, at a date unknown.")
    WILL_HAPPEN,

    /** It will not happen. */
    @Description("It will not happen.")
    WILL_NOT_HAPPEN
}
