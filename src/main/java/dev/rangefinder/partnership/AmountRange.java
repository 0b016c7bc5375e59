package dev.rangefinder.partnership;

import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

@Description("Money between two bounds, either of which may be open.")
public record AmountRange(
        @Nullable @Description("The least amount; null when there is no lower bound.")
        BigDecimal from,

        @Nullable @Description("The largest amount; null when there is no upper bound.")
        BigDecimal to,

        @Description("The ISO 4217 code of the currency.") String currency) {}
