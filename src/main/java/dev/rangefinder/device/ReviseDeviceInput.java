package dev.rangefinder.device;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseDeviceInput")
@Description(
        "A change of a device. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseDeviceInput(
        @Description("The slug or ID of the device.") String device,

        @Description("The version of the device that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The unique slug of the device, such as `xiaomi-14`.")
        String slug,

        @Nullable @Description("The name of the device.") String name,

        @Nullable @Description("Whether it is a model or a series.")
        DeviceKind kind,

        @Nullable @Description("The slug or ID of the series that it belongs to.")
        Optional<String> series,

        @Nullable @Description("The slug or ID of the brand that makes it.")
        String brand,

        @Nullable @Description("The date of its announcement.")
        Optional<PartialDate> announcedOn,

        @Nullable @Description("The date of its release.") Optional<PartialDate> releasedOn,

        @Nullable @Description("The status of the device.") Optional<DeviceStatus> status,

        @Nullable @Description("The chipset of the device.") Optional<String> chipset,

        @Nullable @Description("The code that devices with the same hardware share.")
        Optional<String> hardwareCode,

        @Nullable @Description("Further claims about the device. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
