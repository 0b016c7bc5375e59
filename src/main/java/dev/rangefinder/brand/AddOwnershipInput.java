package dev.rangefinder.brand;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddOwnershipInput")
@Description("An owner that a brand does not have yet.")
public record AddOwnershipInput(
        @Description("The slug or ID of the brand.") String brand,

        @Description("The slug or ID of the owner.") String owner,

        @Nullable @Description("The date since which the owner has had the brand.")
        PartialDate since,

        @Nullable @Description("The last date on which the owner had the brand.")
        PartialDate until,

        @Description("The claims about the owner, which state its values.")
        List<@NonNull ClaimInput> claims) {}
