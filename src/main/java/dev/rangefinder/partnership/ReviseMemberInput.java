package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseMemberInput")
@Description(
        "A change of a member. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseMemberInput(
        @Description("The ID of the member.") String member,

        @Description("The version of the member that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The role of the brand.") MemberRole role,

        @Nullable @Description("The slug or ID of the brand.")
        String brand,

        @Nullable @Description("The date on which it joined.")
        Optional<PartialDate> joinedOn,

        @Nullable @Description("The date on which it left.") Optional<PartialDate> leftOn,

        @Nullable @Description("Further claims about the member. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
