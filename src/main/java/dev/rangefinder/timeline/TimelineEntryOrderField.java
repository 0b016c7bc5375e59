package dev.rangefinder.timeline;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that entries of a timeline can be ordered by.")
public enum TimelineEntryOrderField implements OrderField {
    @Description("Order by date. A less precise date precedes the more precise ones inside it.")
    ON(Ordering.text(TimelineEntry_.AT));

    private final Ordering ordering;

    TimelineEntryOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
