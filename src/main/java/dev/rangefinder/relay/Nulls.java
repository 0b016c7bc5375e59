package dev.rangefinder.relay;

import org.eclipse.microprofile.graphql.Description;

@Description("Where an order places the items without a value, such as those whose date is unknown.")
public enum Nulls {
    @Description("Before all others.")
    FIRST,

    @Description("After all others.")
    LAST
}
