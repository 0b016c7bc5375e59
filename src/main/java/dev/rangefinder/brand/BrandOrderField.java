package dev.rangefinder.brand;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that brands can be ordered by.")
public enum BrandOrderField implements OrderField {
    @Description("Order by slug.")
    SLUG(Ordering.unique(Brand_.SLUG)),

    @Description("Order by name.")
    NAME(Ordering.text(Brand_.NAME));

    private final Ordering ordering;

    BrandOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
