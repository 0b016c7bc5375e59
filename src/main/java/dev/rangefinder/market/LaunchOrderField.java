package dev.rangefinder.market;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("What launches can be ordered by.")
public enum LaunchOrderField implements OrderField {
    @Description("By the date of the launch.")
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
