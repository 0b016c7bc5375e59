package dev.rangefinder.evidence;

import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.OrderDirection;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** An order of claims. */
@Input("ClaimOrder")
@Description("An order of claims.")
public record ClaimOrder(
        @Description("What to order by.") ClaimOrderField field,

        @Nullable @DefaultValue("ASC") @Description("Which way.")
        OrderDirection direction)
        implements Order {}
