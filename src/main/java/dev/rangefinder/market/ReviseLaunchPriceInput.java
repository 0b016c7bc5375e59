package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseLaunchPriceInput")
@Description(
        "A change of a price. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseLaunchPriceInput(
        @Description("The ID of the price.") String launchPrice,

        @Description("The version of the price that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The amount.") BigDecimal amount,

        @Nullable @Description("The ISO 4217 code of the currency.")
        String currency,

        @Nullable @Description("Whether the amount is exact or a bound. `EXACT` if absent.")
        Optional<PriceBound> bound,

        @Nullable @Description("The date since which the price applies.")
        Optional<PartialDate> on,

        @Nullable @Description("The code of the variant of the device that has the price.")
        Optional<String> variant,

        @Nullable @Description("Further claims about the price. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
