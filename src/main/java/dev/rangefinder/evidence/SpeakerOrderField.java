package dev.rangefinder.evidence;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that speakers can be ordered by.")
public enum SpeakerOrderField implements OrderField {
    @Description("Order by slug.")
    SLUG(Ordering.unique(Speaker_.SLUG)),

    @Description("Order by name.")
    NAME(Ordering.text(Speaker_.NAME));

    private final Ordering ordering;

    SpeakerOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
