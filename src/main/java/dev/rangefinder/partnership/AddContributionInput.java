package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddContributionInput")
@Description("A contribution that a partnership does not have yet.")
public record AddContributionInput(
        @Description("The slug or ID of the partnership.") String partnership,

        @Description("The kind of the contribution.") ContributionKind kind,

        @Nullable @Description("The slug or ID of the brand.")
        String brand,

        @Nullable @Description("The contribution in words.") String statement,

        @Description("The claims about the contribution, which state its values.")
        List<@NonNull ClaimInput> claims) {}
