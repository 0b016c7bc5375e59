package dev.rangefinder.partnership;

import dev.rangefinder.relay.OrderField;
import dev.rangefinder.relay.Ordering;
import org.eclipse.microprofile.graphql.Description;

@Description("The fields that partnerships can be ordered by.")
public enum PartnershipOrderField implements OrderField {
    @Description("Order by slug.")
    SLUG(Ordering.unique(Partnership_.SLUG)),

    @Description("Order by name.")
    NAME(Ordering.text(Partnership_.NAME)),

    @Description("Order by the date on which the agreement was signed.")
    SIGNED_ON(Ordering.optional(Partnership_.SIGNED_ON)),

    @Description("Order by the date of the announcement.")
    ANNOUNCED_ON(Ordering.optional(Partnership_.ANNOUNCED_ON)),

    @Description("Order by the start date.")
    STARTED_ON(Ordering.optional(Partnership_.STARTED_ON)),

    @Description("Order by the end date.")
    ENDED_ON(Ordering.optional(Partnership_.ENDED_ON));

    private final Ordering ordering;

    PartnershipOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}
