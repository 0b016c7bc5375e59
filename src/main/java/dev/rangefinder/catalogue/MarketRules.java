package dev.rangefinder.catalogue;

import java.math.BigDecimal;
import java.util.List;

/** The rules of markets, and of the launches and figures there. */
final class MarketRules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private MarketRules() {}

    /** A country has an ISO 3166-1 code, a region a UN M49 code. */
    static void codeFitsKind(Fields market, Validation validation) {
        String code = market.optionalText("code");
        String kind = market.optionalText("kind");
        if (code == null || kind == null || Value.MARKET_CODE.rejects(code)) {
            return;
        }
        boolean digits = Character.isDigit(code.charAt(0));
        if (digits ? kind.equals("COUNTRY") : kind.equals("REGION")) {
            validation.report(market, "code", MistakeCode.CODE_OF_ANOTHER_KIND, code + " is not the code of a " + kind);
        }
    }

    /** Shipments are in units, market shares in per cent, revenue in a currency. */
    static void unitFitsMeasure(Fields figure, Validation validation) {
        String measure = figure.optionalText("measure");
        String unit = figure.optionalText("unit");
        if (measure == null || unit == null) {
            return;
        }
        boolean fits = switch (measure) {
            case "SHIPMENTS", "SALES" -> unit.equals("UNITS");
            case "MARKET_SHARE" -> unit.equals("PERCENT");
            case "SMARTPHONE_REVENUE" -> !Value.CURRENCY.rejects(unit);
            default -> true;
        };
        if (!fits) {
            validation.report(
                    figure,
                    "unit",
                    MistakeCode.UNIT_OF_ANOTHER_MEASURE,
                    Value.excerpt(unit) + " is not a unit of " + measure);
        }
    }

    /** All prices of a launch are in the currency of the first. */
    static void pricesAreInOneCurrency(Fields launch, Validation validation) {
        List<Fields> prices = launch.records("prices").stream()
                .filter(price -> price.optionalText("currency") != null)
                .toList();
        for (Fields price : prices) {
            String currency = price.text("currency");
            String first = prices.get(0).text("currency");
            if (!currency.equals(first)) {
                validation.report(
                        price,
                        "currency",
                        MistakeCode.SEVERAL_CURRENCIES,
                        Value.excerpt(currency) + " is not " + Value.excerpt(first)
                                + ", the currency of the first price");
            }
        }
    }

    /** A market share is at most 100 per cent. */
    static void shareIsAtMostWhole(Fields figure, Validation validation) {
        BigDecimal value = figure.decimal("value");
        if (value != null && value.compareTo(WHOLE) > 0 && "MARKET_SHARE".equals(figure.optionalText("measure"))) {
            validation.report(figure, "value", MistakeCode.SHARE_ABOVE_WHOLE, value + " is more than 100 per cent");
        }
    }
}
