package dev.rangefinder.device;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseVariantInput")
@Description(
        "A change of a variant. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseVariantInput(
        @Description("The ID of the variant.") String variant,

        @Description("The version of the variant that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The code of the variant.") Optional<String> code,

        @Nullable @Description("The code or ID of the market that it is sold in.")
        Optional<String> market,

        @Nullable @Description("The chipset of the variant.")
        Optional<String> chipset,

        @Nullable @Description("The memory in gigabytes.") Optional<Integer> memory,

        @Nullable @Description("The storage in gigabytes.") Optional<Integer> storage,

        @Nullable @Description("Further claims about the variant. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
