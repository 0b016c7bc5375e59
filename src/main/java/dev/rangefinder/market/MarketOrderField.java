package dev.rangefinder.market;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that markets can be ordered by.")
public enum MarketOrderField implements OrderField {
    @Description("Order by code.")
    CODE(Ordering.unique(Market_.CODE)),

    @Description("Order by name.")
    NAME(Ordering.text(Market_.NAME));

    private final Ordering ordering;

    MarketOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
