package dev.rangefinder.partnership;

import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("AmountRangeInput")
@Description("An amount of money between two bounds, at least one of which is present.")
public record AmountRangeInput(
        @Nullable @Description("The lower bound.") BigDecimal from,

        @Nullable @Description("The upper bound.") BigDecimal to,

        @Nullable @Description("Whether the amount is below the upper bound.")
        Boolean toExcluded,

        @Description("The ISO 4217 code of the currency.") String currency) {}
