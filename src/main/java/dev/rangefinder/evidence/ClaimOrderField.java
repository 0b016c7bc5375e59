package dev.rangefinder.evidence;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that claims can be ordered by.")
public enum ClaimOrderField implements OrderField {
    @Description("Order by how strongly the claims count: by standing, then by likelihood, the strongest first.")
    STRENGTH(Ordering.text(Claim_.WEIGHT)),

    @Description("Order by when the claims were added to the catalogue.")
    ADDED(Ordering.ENTRY);

    private final Ordering ordering;

    ClaimOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
