package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.Rules.atLeastOneOf;
import static dev.rangefinder.catalogue.Rules.onlyWith;
import static dev.rangefinder.catalogue.Rules.ordered;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The format of amounts of money, which always have a currency. */
final class MoneyFormat {

    /** Money between two bounds, either of which may be open. */
    static final Shape AMOUNT = new Shape()
            .optional("from", Value.AMOUNT)
            .optional("to", Value.AMOUNT)
            .optional("toExcluded", Value.FLAG, "false")
            .required("currency", Value.CURRENCY)
            .rule(atLeastOneOf("from", "to"))
            .rule(onlyWith("to", "toExcluded"))
            .rule(ordered("from", "to"));

    private MoneyFormat() {}

    /** Money in another currency. */
    static Shape money() {
        return new Shape().required("amount", Value.AMOUNT).required("currency", Value.CURRENCY);
    }

    /** The text of an amount, as claims state it: {@code 3 to 5 USD}, {@code below 1000 USD} or {@code 83000 INR}. */
    static String text(Fields money) {
        String bound = money.flag("toExcluded", false) ? "below" : "to";
        return Stream.of(
                        plain(money.decimal("from")),
                        money.has("to") ? bound : null,
                        plain(money.decimal("to")),
                        plain(money.decimal("amount")),
                        money.optionalText("currency"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
