package dev.rangefinder.device;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that devices can be ordered by.")
public enum DeviceOrderField implements OrderField {
    @Description("Order by the release date.")
    RELEASED_ON(Ordering.optional(Device_.RELEASED_ON)),

    @Description("Order by the date of the announcement.")
    ANNOUNCED_ON(Ordering.optional(Device_.ANNOUNCED_ON)),

    @Description("Order by name.")
    NAME(Ordering.text(Device_.NAME)),

    @Description("Order by slug.")
    SLUG(Ordering.unique(Device_.SLUG));

    private final Ordering ordering;

    DeviceOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
