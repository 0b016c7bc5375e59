package dev.rangefinder.catalogue;

import java.math.BigDecimal;

/** The rules of markets, and of the figures about them. */
final class MarketRules {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private MarketRules() {}

    /** The code of a country is of ISO 3166-1, and the code of a region of UN M49. */
    static void codeFitsKind(Fields market, Inspection inspection) {
        String code = market.optionalText("code");
        String kind = market.optionalText("kind");
        if (code == null || kind == null || Value.MARKET_CODE.refuses(code)) {
            return;
        }
        boolean digits = Character.isDigit(code.charAt(0));
        if (digits ? kind.equals("COUNTRY") : kind.equals("REGION")) {
            inspection.complain(market, "code", code + " is not the code of a " + kind);
        }
    }

    /** Shipments are counted in units, shares in per cent, and revenue in a currency. */
    static void unitFitsMeasure(Fields figure, Inspection inspection) {
        String measure = figure.optionalText("measure");
        String unit = figure.optionalText("unit");
        if (measure == null || unit == null) {
            return;
        }
        boolean fits = switch (measure) {
            case "SHIPMENTS" -> unit.equals("UNITS");
            case "MARKET_SHARE" -> unit.equals("PERCENT");
            case "SMARTPHONE_REVENUE" -> !Value.CURRENCY.refuses(unit);
            default -> true;
        };
        if (!fits) {
            inspection.complain(figure, "unit", unit + " is not a unit of " + measure);
        }
    }

    /** A share is at most the whole. */
    static void shareIsAtMostAll(Fields figure, Inspection inspection) {
        BigDecimal value = figure.decimal("value");
        if (value != null && value.compareTo(ALL) > 0 && "MARKET_SHARE".equals(figure.optionalText("measure"))) {
            inspection.complain(figure, "value", value + " is more than 100 per cent");
        }
    }
}
