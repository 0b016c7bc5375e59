package dev.rangefinder.filter;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
        String amount = amountAndCurrency.get(0);
        if (currency != null) {
            rows.and(amountAndCurrency.get(1) + " = ?", currency);
        } else if (Stream.of(gte, gt, lte, lt).anyMatch(Objects::nonNull)) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "`price` compares an amount, but has no `currency`.");
        }
        if (isNull != null) {
            rows.and(amountAndCurrency.get(1) + (isNull ? " is null" : " is not null"));
        }
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
