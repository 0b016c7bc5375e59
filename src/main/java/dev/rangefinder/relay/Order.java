package dev.rangefinder.relay;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/**
 * An order that a client requests.
 *
 * @param <F> the fields that rows can be ordered by
 */
@Input("Order")
@Description("Ordering options for {items}.")
public record Order<F extends OrderField>(
        @Description("The field to order by.") F field,

        @Nullable @DefaultValue("ASC") @Description("The direction of the order.")
        OrderDirection direction,

        @Nullable @DefaultValue("LAST")
        @Description(
                "Where items without a value are placed, in either direction. Without effect if all of them have one.")
        Nulls nulls) {

    /** The ascending order by a field; rows without a value come last. */
    public static <F extends OrderField> Order<F> ascending(F field) {
        return new Order<>(field, OrderDirection.ASC, Nulls.LAST);
    }

    /** The descending order by a field; rows without a value come last. */
    public static <F extends OrderField> Order<F> descending(F field) {
        return new Order<>(field, OrderDirection.DESC, Nulls.LAST);
    }
}
