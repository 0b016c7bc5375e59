package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.EvidenceFormat.withEvidence;
import static dev.rangefinder.catalogue.Items.listOf;
import static dev.rangefinder.catalogue.Items.namesOf;
import static dev.rangefinder.catalogue.Rules.atLeastOneOf;
import static dev.rangefinder.catalogue.Rules.forbiddenWhen;
import static dev.rangefinder.catalogue.Value.oneOf;
import static dev.rangefinder.catalogue.Value.reference;

import dev.rangefinder.brand.ProductKind;
import dev.rangefinder.device.DeviceKind;
import dev.rangefinder.market.LaunchStatus;
import dev.rangefinder.market.MarketKind;
import dev.rangefinder.market.Measure;

/** The format of a catalogue file, which {@link CatalogueFile} documents. */
final class Format {

    private static final Shape MARKET = new Shape()
            .required("code", Value.MARKET_CODE)
            .required("name", Value.NAME)
            .required("kind", oneOf(MarketKind.class))
            .optional("parent", reference("market"))
            .optional("claims", EvidenceFormat.CLAIMS)
            .rule(MarketRules::codeFitsKind);

    private static final Shape BRAND = withEvidence(new Shape()
            .required("slug", Value.SLUG)
            .required("name", Value.NAME)
            .required("makes", oneOf(ProductKind.class))
            .optional("homeMarket", reference("market"))
            .optional("parent", reference("brand")));

    private static final Shape DEVICE = withEvidence(new Shape()
            .required("slug", Value.SLUG)
            .required("name", Value.NAME)
            .required("kind", oneOf(DeviceKind.class))
            .optional("series", reference("series"))
            .required("brand", reference("brand"))
            .optional("partnership", reference("partnership"))
            .optional("releasedOn", Value.DATE)
            .optional("chipset", Value.NAME)
            .rule(forbiddenWhen("series", "kind", "SERIES")));

    private static final Shape LAUNCH = withEvidence(new Shape()
            .required("device", reference("device"))
            .required("market", reference("market"))
            .optional("launchedOn", Value.DATE)
            .required("status", oneOf(LaunchStatus.class))
            .optional("price", MoneyFormat.PRICE)
            .rule(forbiddenWhen("launchedOn", "status", "NOT_LAUNCHED")));

    private static final Shape FIGURE = withEvidence(new Shape()
            .required("brands", namesOf("brand"))
            .required("market", reference("market"))
            .required("period", Value.PERIOD)
            .required("measure", oneOf(Measure.class))
            .optional("value", Value.AMOUNT)
            .required("unit", Value.NAME)
            .optional("converted", MoneyFormat.MONEY)
            .optional("changeOnYear", Value.DECIMAL)
            .optional("rank", Value.RANK)
            .optional("peak", Value.FLAG)
            .optional("analyst", Value.NAME)
            .rule(atLeastOneOf("value", "changeOnYear", "rank"))
            .rule(MarketRules::unitFitsMeasure)
            .rule(MarketRules::shareIsAtMostWhole));

    static final Type FILE = new Shape()
            .optional("citations", listOf(EvidenceFormat.CITATION).uniqueBy("key"))
            .optional("markets", listOf(MARKET).uniqueBy("code"))
            .optional("brands", listOf(BRAND).uniqueBy("slug"))
            .optional("partnerships", listOf(PartnershipFormat.PARTNERSHIP).uniqueBy("slug"))
            .optional("devices", listOf(DEVICE).uniqueBy("slug"))
            .optional("launches", listOf(LAUNCH).uniqueBy("device", "market"))
            .optional("figures", listOf(FIGURE))
            .rule(Hierarchy.OF_MARKETS)
            .rule(Hierarchy.OF_BRANDS);

    private Format() {}
}
