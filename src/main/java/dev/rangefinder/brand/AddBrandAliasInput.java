package dev.rangefinder.brand;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddBrandAliasInput")
@Description("An alias that a brand does not have yet.")
public record AddBrandAliasInput(
        @Description("The slug or ID of the brand.") String brand,

        @Description("The name.") String text,

        @Nullable @Description("The BCP 47 tag of the language of the name.")
        String language,

        @Nullable @Description("The kind of the alias. `NAME` if absent.")
        AliasKind kind,

        @Description("The claims about the alias, which state its values.")
        List<@NonNull ClaimInput> claims) {}
