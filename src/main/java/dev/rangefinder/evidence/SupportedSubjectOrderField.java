package dev.rangefinder.evidence;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that supported records can be ordered by.")
public enum SupportedSubjectOrderField implements OrderField {
    @Description("Order by when the first claim about the record was added to the catalogue.")
    ADDED(Ordering.ENTRY);

    private final Ordering ordering;

    SupportedSubjectOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
