package dev.rangefinder.evidence;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that citations can be ordered by.")
public enum CitationOrderField implements OrderField {
    @Description("Order by key.")
    KEY(Ordering.unique(Citation_.CITATION_KEY)),

    @Description("Order by the publication date.")
    PUBLISHED_ON(Ordering.optional(Citation_.PUBLISHED_ON));

    private final Ordering ordering;

    CitationOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
