package dev.rangefinder.partnership;

import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

@Description("A range of amounts of money. Either bound can be open.")
public record AmountRange(
        @Nullable @Description("The lower bound, in units of the currency. Null if there is none.")
        BigDecimal from,

        @Nullable @Description("The upper bound, in units of the currency. Null if there is none.")
        BigDecimal to,

        @Description("Whether the upper bound is not part of the range: the amount is below it.")
        boolean toExcluded,

        @Description("The ISO 4217 code of the currency, such as `USD`.")
        String currency) {}
