package dev.rangefinder.device;

import dev.rangefinder.brand.AliasInput;
import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RegisterDeviceInput")
@Description("A device that the catalogue does not have yet.")
public record RegisterDeviceInput(
        @Description("The unique slug of the device, such as `xiaomi-14`.")
        String slug,

        @Description("The name of the device.") String name,

        @Description("Whether it is a model or a series.") DeviceKind kind,

        @Nullable @Description("The slug or ID of the series that it belongs to.")
        String series,

        @Description("The slug or ID of the brand that makes it.")
        String brand,

        @Nullable @Description("The date of its announcement.")
        PartialDate announcedOn,

        @Nullable @Description("The date of its release.") PartialDate releasedOn,

        @Nullable @Description("The status of the device.") DeviceStatus status,

        @Nullable @Description("The chipset of the device.") String chipset,

        @Nullable @Description("The code that devices with the same hardware share.")
        String hardwareCode,

        @Nullable @Description("Other names and model codes of the device.")
        List<@NonNull AliasInput> aliases,

        @Nullable @Description("The variants of the device.")
        List<@NonNull VariantInput> variants,

        @Nullable @Description("The partnerships that the device belongs to.")
        List<@NonNull CollaborationInput> partnerships,

        @Description("The claims about the device, which state its values.")
        List<@NonNull ClaimInput> claims) {}
