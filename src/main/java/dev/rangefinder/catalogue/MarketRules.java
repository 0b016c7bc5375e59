package dev.rangefinder.catalogue;

import java.math.BigDecimal;

/** The rules of markets, and of the figures about them. */
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
            validation.report(market, "code", code + " is not the code of a " + kind);
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
            case "SHIPMENTS" -> unit.equals("UNITS");
            case "MARKET_SHARE" -> unit.equals("PERCENT");
            case "SMARTPHONE_REVENUE" -> !Value.CURRENCY.rejects(unit);
            default -> true;
        };
        if (!fits) {
            validation.report(figure, "unit", unit + " is not a unit of " + measure);
        }
    }

    /** A market share is at most 100 per cent. */
    static void shareIsAtMostWhole(Fields figure, Validation validation) {
        BigDecimal value = figure.decimal("value");
        if (value != null && value.compareTo(WHOLE) > 0 && "MARKET_SHARE".equals(figure.optionalText("measure"))) {
            validation.report(figure, "value", value + " is more than 100 per cent");
        }
    }
}
