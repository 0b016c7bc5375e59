package dev.rangefinder.device;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("VariantInput")
@Description("A variant of a device, with at least one of its properties.")
public record VariantInput(
        @Nullable @Description("The code of the variant.") String code,

        @Nullable @Description("The code or ID of the market that it is sold in.")
        String market,

        @Nullable @Description("The chipset of the variant.")
        String chipset,

        @Nullable @Description("The memory in gigabytes.") Integer memory,

        @Nullable @Description("The storage in gigabytes.") Integer storage,

        @Description("The claims about the variant, which state its values.")
        List<@NonNull ClaimInput> claims) {}
