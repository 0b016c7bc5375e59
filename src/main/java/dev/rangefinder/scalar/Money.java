package dev.rangefinder.scalar;

import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

@Description("An amount of money.")
public record Money(
        @Description("The amount, in units of the currency.")
        BigDecimal amount,

        @Description("The ISO 4217 code of the currency, such as `USD`.")
        String currency) {

    /** The amount in a currency; null when either is null. */
    public static @Nullable Money of(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }
}
