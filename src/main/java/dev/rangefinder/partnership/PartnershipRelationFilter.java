package dev.rangefinder.partnership;

import dev.rangefinder.graphql.RelationFilter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which rows a client wants, by the partnerships that they lead to. */
@Input("PartnershipRelationFilter")
@Description("A condition on the partnerships that an object leads to.")
public record PartnershipRelationFilter(
        @Nullable @Description("At least one of the partnerships passes this filter.")
        PartnershipFilter some,

        @Nullable @Description("None of the partnerships passes this filter.")
        PartnershipFilter none)
        implements RelationFilter<PartnershipFilter> {}
