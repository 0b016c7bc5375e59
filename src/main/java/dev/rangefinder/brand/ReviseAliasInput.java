package dev.rangefinder.brand;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseAliasInput")
@Description(
        "A change of an alias. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseAliasInput(
        @Description("The ID of the alias.") String alias,

        @Description("The version of the alias that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The name.") String text,

        @Nullable @Description("The BCP 47 tag of the language of the name.")
        Optional<String> language,

        @Nullable @Description("The kind of the alias. `NAME` if absent.")
        Optional<AliasKind> kind,

        @Nullable @Description("Further claims about the alias. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
