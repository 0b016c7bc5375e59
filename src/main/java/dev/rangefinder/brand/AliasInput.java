package dev.rangefinder.brand;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AliasInput")
@Description("Another name of a brand or a device.")
public record AliasInput(
        @Description("The name.") String text,

        @Nullable @Description("The BCP 47 tag of the language of the name, such as `zh-Hans`.")
        String language,

        @Nullable @Description("The kind of the alias. `NAME` if absent.")
        AliasKind kind,

        @Description("The claims about the alias, which state its values.")
        List<@NonNull ClaimInput> claims) {}
