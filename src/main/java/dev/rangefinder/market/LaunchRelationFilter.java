package dev.rangefinder.market;

import dev.rangefinder.graphql.RelationFilter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which rows a client wants, by the launches that they lead to. */
@Input("LaunchRelationFilter")
@Description("A condition on the launches that an object leads to.")
public record LaunchRelationFilter(
        @Nullable @Description("At least one of the launches passes this filter.")
        LaunchFilter some,

        @Nullable @Description("None of the launches passes this filter.")
        LaunchFilter none)
        implements RelationFilter<LaunchFilter> {}
