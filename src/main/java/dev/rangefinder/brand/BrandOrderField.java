package dev.rangefinder.brand;

import dev.rangefinder.graphql.OrderField;
import dev.rangefinder.graphql.Ordering;
import org.eclipse.microprofile.graphql.Description;

/** What brands can be ordered by. */
@Description("What brands can be ordered by.")
public enum BrandOrderField implements OrderField {
    /** By the slug. */
    @Description("By the slug.")
    SLUG(Ordering.unique("b.slug", "slug")),

    /** By the name. */
    @Description("By the name.")
    NAME(Ordering.text("b.name", "name"));

    private final Ordering ordering;

    BrandOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
