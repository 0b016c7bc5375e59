package dev.rangefinder.market;

import dev.rangefinder.graphql.OrderField;
import dev.rangefinder.graphql.Ordering;
import org.eclipse.microprofile.graphql.Description;

/** What markets can be ordered by. */
@Description("What markets can be ordered by.")
public enum MarketOrderField implements OrderField {
    /** By the code. */
    @Description("By the code.")
    CODE(Ordering.unique("k.code", "code")),

    /** By the name. */
    @Description("By the name.")
    NAME(Ordering.text("k.name", "name"));

    private final Ordering ordering;

    MarketOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
