package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseContributionInput")
@Description(
        "A change of a contribution. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseContributionInput(
        @Description("The ID of the contribution.") String contribution,

        @Description("The version of the contribution that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The kind of the contribution.")
        ContributionKind kind,

        @Nullable @Description("The slug or ID of the brand.")
        Optional<String> brand,

        @Nullable @Description("The contribution in words.") Optional<String> statement,

        @Nullable @Description("Further claims about the contribution. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
