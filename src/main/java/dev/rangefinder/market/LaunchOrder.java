package dev.rangefinder.market;

import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.OrderDirection;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** An order of launches. */
@Input("LaunchOrder")
@Description("An order of launches.")
public record LaunchOrder(
        @Description("What to order by.") LaunchOrderField field,

        @Nullable @DefaultValue("ASC") @Description("Which way.")
        OrderDirection direction)
        implements Order {}
