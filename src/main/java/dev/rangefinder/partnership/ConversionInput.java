package dev.rangefinder.partnership;

import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("ConversionInput")
@Description("An amount of money in another currency.")
public record ConversionInput(
        @Description("The amount.") BigDecimal amount,

        @Description("The ISO 4217 code of the currency.") String currency,

        @Nullable @Description("Whether the amount is approximate.")
        Boolean approximate) {}
