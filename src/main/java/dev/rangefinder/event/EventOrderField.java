package dev.rangefinder.event;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that events can be ordered by.")
public enum EventOrderField implements OrderField {
    @Description("Order by date.")
    ON(Ordering.optional(Event_.ON)),

    @Description("Order by slug.")
    SLUG(Ordering.unique(Event_.SLUG));

    private final Ordering ordering;

    EventOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
