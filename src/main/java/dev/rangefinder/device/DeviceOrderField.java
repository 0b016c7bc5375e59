package dev.rangefinder.device;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("What devices can be ordered by.")
public enum DeviceOrderField implements OrderField {
    @Description("By the date on which they came out.")
    RELEASED_ON(Ordering.date(Device_.RELEASED_ON)),

    @Description("By the slug.")
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
