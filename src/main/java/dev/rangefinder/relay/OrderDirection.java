package dev.rangefinder.relay;

import org.eclipse.microprofile.graphql.Description;

@Description("The direction of an order. Null is treated as the lowest value.")
public enum OrderDirection {
    @Description("Ascending order.")
    ASC,

    @Description("Descending order.")
    DESC
}
