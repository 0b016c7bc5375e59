package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseLaunchInput")
@Description(
        "A change of a launch. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseLaunchInput(
        @Description("The ID of the launch.") String launch,

        @Description("The version of the launch that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The seller.") Optional<String> seller,

        @Nullable @Description("The date on which the launch was announced.")
        Optional<PartialDate> announcedOn,

        @Nullable @Description("The date of the launch.") Optional<PartialDate> launchedOn,

        @Nullable @Description("The status of the launch.") LaunchStatus status,

        @Nullable @Description("Further claims about the launch. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
