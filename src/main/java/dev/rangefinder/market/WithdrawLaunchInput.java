package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("WithdrawLaunchInput")
@Description("The withdrawal of a device from a market.")
public record WithdrawLaunchInput(
        @Description("The ID of the launch.") String launch,

        @Description("The version of the launch that the change is based on.")
        int expectedVersion,

        @Nullable @Description("Further claims about the launch. Some claim must state the status `WITHDRAWN`.")
        List<@NonNull ClaimInput> claims) {}
