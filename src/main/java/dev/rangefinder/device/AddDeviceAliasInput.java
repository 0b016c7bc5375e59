package dev.rangefinder.device;

import dev.rangefinder.brand.AliasKind;
import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddDeviceAliasInput")
@Description("An alias that a device does not have yet.")
public record AddDeviceAliasInput(
        @Description("The slug or ID of the device.") String device,

        @Description("The name.") String text,

        @Nullable @Description("The BCP 47 tag of the language of the name.")
        String language,

        @Nullable @Description("The kind of the alias. `NAME` if absent.")
        AliasKind kind,

        @Description("The claims about the alias, which state its values.")
        List<@NonNull ClaimInput> claims) {}
