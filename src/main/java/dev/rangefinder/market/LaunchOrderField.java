package dev.rangefinder.market;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that launches can be ordered by.")
public enum LaunchOrderField implements OrderField {
    @Description("Order by the launch date.")
    LAUNCHED_ON(Ordering.date(Launch_.LAUNCHED_ON));

    private final Ordering ordering;

    LaunchOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
