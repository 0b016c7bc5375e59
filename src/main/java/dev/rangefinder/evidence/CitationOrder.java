package dev.rangefinder.evidence;

import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.OrderDirection;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** An order of citations. */
@Input("CitationOrder")
@Description("An order of citations.")
public record CitationOrder(
        @Description("What to order by.") CitationOrderField field,

        @Nullable @DefaultValue("ASC") @Description("Which way.")
        OrderDirection direction)
        implements Order {}
