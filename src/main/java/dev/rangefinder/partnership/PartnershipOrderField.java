package dev.rangefinder.partnership;

import dev.rangefinder.graphql.OrderField;
import dev.rangefinder.graphql.Ordering;
import org.eclipse.microprofile.graphql.Description;

/** What partnerships can be ordered by. */
@Description("What partnerships can be ordered by.")
public enum PartnershipOrderField implements OrderField {
    /** By the slug. */
    @Description("By the slug.")
    SLUG(Ordering.unique("p.slug", "slug")),

    /** By the date of the announcement. */
    @Description("By the date of the announcement.")
    ANNOUNCED_ON(Ordering.date("p.announced_on", "announcedOn")),

    /** By the date of the start. */
    @Description("By the date of the start.")
    STARTED_ON(Ordering.date("p.started_on", "startedOn"));

    private final Ordering ordering;

    PartnershipOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
