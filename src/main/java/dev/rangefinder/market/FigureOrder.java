package dev.rangefinder.market;

import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.OrderDirection;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** An order of figures. */
@Input("FigureOrder")
@Description("An order of figures.")
public record FigureOrder(
        @Description("What to order by.") FigureOrderField field,

        @Nullable @DefaultValue("ASC") @Description("Which way.")
        OrderDirection direction)
        implements Order {}
