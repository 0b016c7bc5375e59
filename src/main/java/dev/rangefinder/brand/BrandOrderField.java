package dev.rangefinder.brand;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("What brands can be ordered by.")
public enum BrandOrderField implements OrderField {
    @Description("By the slug.")
    SLUG(Ordering.unique(Brand_.SLUG)),

    @Description("By the name.")
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
