package dev.rangefinder.evidence;

import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.OrderDirection;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** An order of citations. */
@Input("CitationOrder")
@Description("An order of citations.")
public record CitationOrder(
        @Description("What to order by.") CitationOrderField field,
        @DefaultValue("ASC") @Description("Which way.") OrderDirection direction)
        implements Order {}
