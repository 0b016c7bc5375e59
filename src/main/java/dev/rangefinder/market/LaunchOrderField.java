package dev.rangefinder.market;

import dev.rangefinder.graphql.OrderField;
import dev.rangefinder.graphql.Ordering;
import org.eclipse.microprofile.graphql.Description;

/** What launches can be ordered by. */
@Description("What launches can be ordered by.")
public enum LaunchOrderField implements OrderField {
    /** By the date of the launch. */
    @Description("By the date of the launch.")
    LAUNCHED_ON(Ordering.date("l.launched_on", "launchedOn"));

    private final Ordering ordering;

    LaunchOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
