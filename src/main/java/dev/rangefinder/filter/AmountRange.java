package dev.rangefinder.filter;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bounds of an amount, which is comparable only within one currency or unit. */
record AmountRange(
        @Nullable BigDecimal gte,
        @Nullable BigDecimal gt,
        @Nullable BigDecimal lte,
        @Nullable BigDecimal lt) {

    boolean hasBounds() {
        return Stream.of(gte, gt, lte, lt).anyMatch(Objects::nonNull);
    }

    /** Adds the conditions on an expression. */
    void restrict(Conditions rows, String amount) {
        compare(rows, amount + " >= ?", gte);
        compare(rows, amount + " > ?", gt);
        compare(rows, amount + " <= ?", lte);
        compare(rows, amount + " < ?", lt);
    }

    private static void compare(Conditions rows, String condition, @Nullable BigDecimal bound) {
        if (bound != null) {
            rows.and(condition, bound);
        }
    }
}
