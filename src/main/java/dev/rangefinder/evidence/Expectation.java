package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;

@Description("What a claim expects of the future.")
public enum Expectation {
    @Description("It will happen, at a date unknown.")
    WILL_HAPPEN,

    @Description("It will not happen.")
    WILL_NOT_HAPPEN
}
