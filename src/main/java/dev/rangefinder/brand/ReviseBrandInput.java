package dev.rangefinder.brand;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseBrandInput")
@Description(
        "A change of a brand. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseBrandInput(
        @Description("The slug or ID of the brand.") String brand,

        @Description("The version of the brand that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The new slug.") String slug,
        @Nullable @Description("The new name.") String name,

        @Nullable @Description("What the brand makes.") List<@NonNull Trade> makes,

        @Nullable @Description("The code or ID of the home market.")
        Optional<String> homeMarket,

        @Nullable @Description("Further claims about the brand. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
