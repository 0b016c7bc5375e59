package dev.rangefinder.relay;

import org.eclipse.microprofile.graphql.Description;

@Description("Which way an order runs. What has no value counts as the least.")
public enum OrderDirection {
    @Description("From the least to the greatest.")
    ASC,

    @Description("From the greatest to the least.")
    DESC
}
