package dev.rangefinder.market;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that launches can be ordered by.")
public enum LaunchOrderField implements OrderField {
    @Description("Order by the launch date.")
    LAUNCHED_ON(Ordering.optional(Launch_.LAUNCHED_ON)),

    @Description("Order by the date of the announcement.")
    ANNOUNCED_ON(Ordering.optional(Launch_.ANNOUNCED_ON));

    private final Ordering ordering;

    LaunchOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
