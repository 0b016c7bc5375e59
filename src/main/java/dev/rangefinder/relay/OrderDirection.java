package dev.rangefinder.relay;

import org.eclipse.microprofile.graphql.Description;

@Description("The direction of an order.")
public enum OrderDirection {
    @Description("Ascending order.")
    ASC,

    @Description("Descending order.")
    DESC
}
