package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("LaunchPriceInput")
@Description("A price of a device in a market.")
public record LaunchPriceInput(
        @Description("The amount.") BigDecimal amount,

        @Description("The ISO 4217 code of the currency.") String currency,

        @Nullable @Description("Whether the amount is exact or a bound. `EXACT` if absent.")
        PriceBound bound,

        @Nullable @Description("The date since which the price applies.")
        PartialDate on,

        @Nullable @Description("The code of the variant of the device that has the price.")
        String variant,

        @Description("The claims about the price, which state its values.")
        List<@NonNull ClaimInput> claims) {}
