package dev.rangefinder.brand;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("OwnershipInput")
@Description("The ownership of a brand by another one.")
public record OwnershipInput(
        @Description("The slug or ID of the owner.") String owner,

        @Nullable @Description("The date since which the owner has had the brand.")
        PartialDate since,

        @Nullable @Description("The last date on which the owner had the brand.")
        PartialDate until,

        @Description("The claims about the ownership, which state its values.")
        List<@NonNull ClaimInput> claims) {}
