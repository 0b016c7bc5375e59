package dev.rangefinder.graphql;

import org.eclipse.microprofile.graphql.Description;

/** Which way an order runs. */
@Description("Which way an order runs. What has no value counts as the least.")
public enum OrderDirection {
    /** From the least to the greatest. */
    @Description("From the least to the greatest.")
    ASC,

    /** From the greatest to the least. */
    @Description("From the greatest to the least.")
    DESC
}
