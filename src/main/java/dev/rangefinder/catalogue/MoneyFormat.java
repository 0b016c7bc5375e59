package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.Rules.atLeastOneOf;
import static dev.rangefinder.catalogue.Rules.ordered;
import static dev.rangefinder.catalogue.Value.oneOf;

import dev.rangefinder.market.PriceBound;

/** The format of amounts of money, which always have a currency. */
final class MoneyFormat {

    static final Shape MONEY = new Shape().required("amount", Value.AMOUNT).required("currency", Value.CURRENCY);

    /** Money between two bounds, either of which may be open. */
    static final Shape AMOUNT = new Shape()
            .optional("from", Value.AMOUNT)
            .optional("to", Value.AMOUNT)
            .required("currency", Value.CURRENCY)
            .rule(atLeastOneOf("from", "to"))
            .rule(ordered("from", "to"));

    static final Shape PRICE = new Shape()
            .required("amount", Value.AMOUNT)
            .required("currency", Value.CURRENCY)
            .required("bound", oneOf(PriceBound.class));

    private MoneyFormat() {}
}
