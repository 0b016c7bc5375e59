package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("LaunchDeviceInput")
@Description("A launch that the catalogue does not have yet.")
public record LaunchDeviceInput(
        @Description("The slug or ID of the device.") String device,

        @Description("The code or ID of the market.") String market,

        @Nullable @Description("The seller.") String seller,

        @Nullable @Description("The date on which the launch was announced.")
        PartialDate announcedOn,

        @Nullable @Description("The date of the launch.") PartialDate launchedOn,

        @Description("The status of the launch.") LaunchStatus status,

        @Nullable @Description("The prices, all in one currency.")
        List<@NonNull LaunchPriceInput> prices,

        @Description("The claims about the launch, which state its values.")
        List<@NonNull ClaimInput> claims) {}
