package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.EvidenceFormat.withClaims;
import static dev.rangefinder.catalogue.Items.listOf;
import static dev.rangefinder.catalogue.Rules.atLeastOneOf;
import static dev.rangefinder.catalogue.Rules.forbiddenWhen;
import static dev.rangefinder.catalogue.Rules.notBefore;
import static dev.rangefinder.catalogue.Rules.onlyWith;
import static dev.rangefinder.catalogue.Value.oneOf;

import dev.rangefinder.event.EventKind;
import dev.rangefinder.market.LaunchStatus;
import dev.rangefinder.market.MarketKind;
import dev.rangefinder.market.Measure;
import dev.rangefinder.market.PriceBound;
import dev.rangefinder.market.RankBound;

/** The format of markets, launches, figures and events. */
final class MarketFormat {

    static final Shape MARKET = withClaims(
            new Shape()
                    .required("code", Value.MARKET_CODE)
                    .required("name", Value.NAME)
                    .required("kind", oneOf(MarketKind.class))
                    .optional("currency", Value.CURRENCY)
                    .optional("parents", new ValueList(new Reference("market")))
                    .rule(MarketRules::codeFitsKind)
                    .storedIn(Table.of("market", "code").link("parents", "market_parent", "child_id", "parent_id")),
            "code",
            "name",
            "kind");

    static final Shape PRICE = withClaims(new Shape()
            .required("amount", Value.AMOUNT)
            .required("currency", Value.CURRENCY)
            .optional("bound", oneOf(PriceBound.class), PriceBound.EXACT.name())
            .optional("on", Value.DATE)
            .optional("variant", new Reference("variant", "device"))
            .storedIn(
                    Table.of("launch_price", "variant", "on").inherits("device").column("on", "on_date")));

    static final Shape LAUNCH = withClaims(
            new Shape()
                    .required("device", new Reference("device"))
                    .required("market", new Reference("market"))
                    .optional("seller", Value.NAME)
                    .optional("announcedOn", Value.DATE)
                    .optional("launchedOn", Value.DATE)
                    .required("status", oneOf(LaunchStatus.class))
                    .optional("prices", listOf(PRICE).uniqueBy("variant", "on"))
                    .rule(notBefore("announcedOn", "launchedOn"))
                    .rule(forbiddenWhen("launchedOn", "status", "NOT_LAUNCHED"))
                    .rule(MarketRules::pricesAreInOneCurrency)
                    .storedIn(Table.of("launch", "device", "market", "seller")),
            "device",
            "market");

    static final Shape FIGURE = withClaims(new Shape()
            .required("brands", new ValueList(new Reference("brand")))
            .optional("market", new Reference("market"))
            .optional("period", Value.PERIOD)
            .required("measure", oneOf(Measure.class))
            .optional("value", Value.AMOUNT)
            .required("unit", Value.NAME)
            .optional("converted", MoneyFormat.money())
            .optional("changeOnYear", Value.CHANGE)
            .optional("rank", Value.POSITIVE)
            .optional("rankBound", oneOf(RankBound.class), RankBound.EXACT.name(), figure -> figure.has("rank"))
            .optional("peak", Value.TRUE)
            .optional("qualification", Value.TEXT)
            .optional("analyst", Value.NAME)
            .rule(atLeastOneOf("value", "changeOnYear", "rank"))
            .rule(onlyWith("rank", "rankBound"))
            .rule(MarketRules::unitFitsMeasure)
            .rule(MarketRules::shareIsAtMostWhole)
            .storedIn(Table.of("figure", "measure", "unit", "market", "period", "analyst", "qualification", "peak")
                    .link("brands", "figure_brand", "figure_id", "brand_id")));

    static final Shape EVENT = withClaims(
            new Shape()
                    .required("slug", Value.SLUG)
                    .required("name", Value.NAME)
                    .required("kind", oneOf(EventKind.class))
                    .optional("on", Value.DATE)
                    .optional("until", Value.DATE)
                    .optional("place", Value.TEXT)
                    .optional("market", new Reference("market"))
                    .optional("brands", new ValueList(new Reference("brand")))
                    .optional("partnerships", new ValueList(new Reference("partnership")))
                    .rule(notBefore("on", "until"))
                    .storedIn(Table.of("event", "slug")
                            .column("on", "on_date")
                            .link("brands", "event_brand", "event_id", "brand_id")
                            .link("partnerships", "event_partnership", "event_id", "partnership_id")),
            "slug",
            "name");

    private MarketFormat() {}
}
