package dev.rangefinder.history;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that entries of a history can be ordered by.")
public enum HistoryEntryOrderField implements OrderField {
    @Description("Order by revision, which is the order in which changes were committed.")
    REVISION(Ordering.ENTRY);

    private final Ordering ordering;

    HistoryEntryOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
