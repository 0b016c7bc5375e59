package dev.rangefinder.brand;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RegisterBrandInput")
@Description("A brand that the catalogue does not have yet.")
public record RegisterBrandInput(
        @Description("The unique slug of the brand, such as `leica`.")
        String slug,

        @Description("The name of the brand, in its own spelling.")
        String name,

        @Nullable @Description("What the brand makes.") List<@NonNull Trade> makes,

        @Nullable @Description("The code or ID of the home market.")
        String homeMarket,

        @Nullable @Description("Other names of the brand.") List<@NonNull AliasInput> aliases,

        @Nullable @Description("The owners of the brand.") List<@NonNull OwnershipInput> ownerships,

        @Description("The claims about the brand, which state its values.")
        List<@NonNull ClaimInput> claims) {}
