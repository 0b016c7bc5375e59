package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddMemberInput")
@Description("A member that a partnership does not have yet.")
public record AddMemberInput(
        @Description("The slug or ID of the partnership.") String partnership,

        @Description("The role of the brand.") MemberRole role,

        @Description("The slug or ID of the brand.") String brand,

        @Nullable @Description("The date on which it joined.")
        PartialDate joinedOn,

        @Nullable @Description("The date on which it left.") PartialDate leftOn,

        @Description("The claims about the member, which state its values.")
        List<@NonNull ClaimInput> claims) {}
