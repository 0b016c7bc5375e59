package dev.rangefinder.market;

import dev.rangefinder.filter.CompositeOperators;
import dev.rangefinder.filter.Conditions;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("PriceFilter")
@Description("Comparison operators for a price in a currency.")
public record PriceFilter(
        @Description("The ISO 4217 code of the currency, such as `USD`.")
        String currency,

        @Nullable @Description("The amount is at least this.")
        BigDecimal gte,

        @Nullable @Description("The amount is more than this.")
        BigDecimal gt,

        @Nullable @Description("The amount is at most this.")
        BigDecimal lte,

        @Nullable @Description("The amount is less than this.")
        BigDecimal lt)
        implements CompositeOperators {

    @Override
    public void restrict(Conditions rows, List<String> amountAndCurrency) {
        String amount = amountAndCurrency.get(0);
        rows.and(amountAndCurrency.get(1) + " = ?", currency);
        compare(rows, amount + " >= ?", gte);
        compare(rows, amount + " > ?", gt);
        compare(rows, amount + " <= ?", lte);
        compare(rows, amount + " < ?", lt);
    }

    private static void compare(
            Conditions rows, String condition, @org.jspecify.annotations.Nullable BigDecimal bound) {
        if (bound != null) {
            rows.and(condition, bound);
        }
    }
}
