package dev.rangefinder.market;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

@Description("What a device costs.")
public record Price(
        @Description("How much, in units of the currency.") BigDecimal amount,
        @Description("The ISO 4217 code of the currency.") String currency,
        @Description("How the amount is to be read.") PriceBound bound) {}
