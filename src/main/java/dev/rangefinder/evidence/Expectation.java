package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;

@Description("What a claim expects to happen in the future.")
public enum Expectation {
    @Description("It will happen at an unknown date.")
    WILL_HAPPEN,

    @Description("It will not happen.")
    WILL_NOT_HAPPEN
}
