package dev.rangefinder.market;

import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("ConvertedInput")
@Description("An amount in another currency.")
public record ConvertedInput(
        @Description("The amount.") BigDecimal amount,

        @Description("The ISO 4217 code of the currency.") String currency) {}
