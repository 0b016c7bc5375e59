package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The condition that a client puts on rows.
 *
 * @param criteria the conditions on a row; in the schema, its components are fields of the filter itself
 * @param <C> the criteria for these rows
 */
@Input("Filter")
@Description("A filter for {items}, which match if they meet all of its conditions.")
public record Filter<C>(
        C criteria,

        @Nullable @Description("All of these filters match.")
        List<@NonNull Filter<C>> and,

        @Nullable @Description("At least one of these filters matches.")
        List<@NonNull Filter<C>> or,

        @Nullable @Description("This filter does not match.")
        Filter<C> not) {}
