package dev.rangefinder.market;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

@Description("The price of a device.")
public record Price(
        @Description("The amount, in units of the currency.")
        BigDecimal amount,

        @Description("The ISO 4217 code of the currency, such as `USD`.")
        String currency,

        @Description("Whether the price is exact or a bound.")
        PriceBound bound) {}
