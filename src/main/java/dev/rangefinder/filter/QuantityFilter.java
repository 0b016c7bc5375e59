package dev.rangefinder.filter;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@GroupedBy(Grouping.UNIT)
@Input("QuantityFilter")
@Description("Comparison operators for a value in a unit.")
public record QuantityFilter(
        @Nullable @Description(
                "There is a value, in this unit: `UNITS`, `PERCENT`, or the ISO 4217 code of a currency. Required to compare the value.")
        String unit,

        @Nullable @Description("The value is at least this.")
        BigDecimal gte,

        @Nullable @Description("The value is more than this.")
        BigDecimal gt,

        @Nullable @Description("The value is at most this.") BigDecimal lte,

        @Nullable @Description("The value is less than this.")
        BigDecimal lt,

        @Nullable @Description("Whether there is no value.") Boolean isNull)
        implements CompositeOperators {

    /** Adds the conditions on a value, which can be missing, and its unit, which cannot. */
    @Override
    public void restrict(Conditions rows, List<String> valueAndUnit) {
        String value = valueAndUnit.get(0);
        AmountRange range = new AmountRange(gte, gt, lte, lt);
        if (unit != null) {
            rows.and(valueAndUnit.get(1) + " = ? and " + value + " is not null", unit);
        } else if (range.hasBounds()) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "`value` compares a number, but has no `unit`.");
        }
        if (isNull != null) {
            rows.and(Conditions.isNull(value, isNull));
        }
        range.restrict(rows, value);
    }
}
