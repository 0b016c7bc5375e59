package dev.rangefinder.partnership;

import dev.rangefinder.graphql.RelationFilter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which rows a client wants, by the members that they lead to. */
@Input("MemberRelationFilter")
@Description("A condition on the members that an object leads to.")
public record MemberRelationFilter(
        @Nullable @Description("At least one of the members passes this filter.")
        MemberFilter some,

        @Nullable @Description("None of the members passes this filter.")
        MemberFilter none)
        implements RelationFilter<MemberFilter> {}
