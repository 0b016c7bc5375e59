package dev.rangefinder.market;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that figures can be ordered by.")
public enum FigureOrderField implements OrderField {
    @Description("Order by period.")
    PERIOD(Ordering.optional(Figure_.PERIOD));

    private final Ordering ordering;

    FigureOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
