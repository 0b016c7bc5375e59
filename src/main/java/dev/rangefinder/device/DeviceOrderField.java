package dev.rangefinder.device;

import dev.rangefinder.graphql.OrderField;
import dev.rangefinder.graphql.Ordering;
import org.eclipse.microprofile.graphql.Description;

/** What devices can be ordered by. */
@Description("What devices can be ordered by.")
public enum DeviceOrderField implements OrderField {
    /** By the date on which they came out. */
    @Description("By the date on which they came out.")
    RELEASED_ON(Ordering.date("d.released_on", "releasedOn")),

    /** By the slug. */
    @Description("By the slug.")
    SLUG(Ordering.unique("d.slug", "slug"));

    private final Ordering ordering;

    DeviceOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
