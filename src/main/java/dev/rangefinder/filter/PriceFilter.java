package dev.rangefinder.filter;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@GroupedBy(Grouping.CURRENCY)
@Input("PriceFilter")
@Description("Comparison operators for a price in a currency.")
public record PriceFilter(
        @Nullable @Description("The ISO 4217 code of the currency, such as `USD`. Required to compare the amount.")
        String currency,

        @Nullable @Description("The amount is at least this.")
        BigDecimal gte,

        @Nullable @Description("The amount is more than this.")
        BigDecimal gt,

        @Nullable @Description("The amount is at most this.")
        BigDecimal lte,

        @Nullable @Description("The amount is less than this.")
        BigDecimal lt,

        @Nullable @Description("Whether there is no price.") Boolean isNull)
        implements CompositeOperators {

    @Override
    public void restrict(Conditions rows, List<String> amountAndCurrency) {
        AmountRange range = new AmountRange(gte, gt, lte, lt);
        if (currency != null) {
            rows.and(amountAndCurrency.get(1) + " = ?", currency);
        } else if (range.hasBounds()) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "`price` compares an amount, but has no `currency`.");
        }
        if (isNull != null) {
            rows.and(Conditions.isNull(amountAndCurrency.get(1), isNull));
        }
        range.restrict(rows, amountAndCurrency.get(0));
    }
}
