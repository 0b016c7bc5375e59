package dev.rangefinder.device;

import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.OrderDirection;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** An order of devices. */
@Input("DeviceOrder")
@Description("An order of devices.")
public record DeviceOrder(
        @Description("What to order by.") DeviceOrderField field,

        @Nullable @DefaultValue("ASC") @Description("Which way.")
        OrderDirection direction)
        implements Order {}
