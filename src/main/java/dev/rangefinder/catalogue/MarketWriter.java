package dev.rangefinder.catalogue;

import dev.rangefinder.market.Figure;
import dev.rangefinder.market.Launch;
import dev.rangefinder.market.LaunchStatus;
import dev.rangefinder.market.Market;
import dev.rangefinder.market.MarketKind;
import dev.rangefinder.market.Measure;
import dev.rangefinder.market.PriceBound;

/** Writes markets, launches and figures. */
final class MarketWriter {

    private static final String LINK_BRAND = "insert into figure_brand (figure_id, brand_id) values (?1, ?2)";

    private final Records records;
    private final ClaimWriter claims;

    MarketWriter(Records records, ClaimWriter claims) {
        this.records = records;
        this.claims = claims;
    }

    void writeMarket(Fields fields) {
        Market market = new Market();
        market.code = fields.text("code");
        market.name = fields.text("name");
        market.kind = fields.choice(MarketKind.class, "kind");
        market.parentId = records.optionalKey("market", fields.optionalText("parent"));
        records.store("markets", fields, market);
        claims.add(fields, claim -> claim.marketId = market.key);
    }

    void writeLaunch(Fields fields) {
        Fields price = fields.fields("price");
        Launch launch = new Launch();
        launch.deviceId = records.key("device", fields.text("device"));
        launch.marketId = records.key("market", fields.text("market"));
        launch.launchedOn = fields.date("launchedOn");
        launch.status = fields.choice(LaunchStatus.class, "status");
        launch.priceAmount = price.decimal("amount");
        launch.priceCurrency = price.optionalText("currency");
        launch.priceBound = price.optionalChoice(PriceBound.class, "bound");
        launch.standing = Records.standing(fields);
        launch.citationId = records.principalCitation(fields);
        records.store("launches", fields, launch);
        claims.add(fields, claim -> claim.launchId = launch.key);
    }

    void writeFigure(Fields fields) {
        Fields converted = fields.fields("converted");
        Figure figure = new Figure();
        figure.marketId = records.key("market", fields.text("market"));
        figure.period = fields.text("period");
        figure.measure = fields.choice(Measure.class, "measure");
        figure.value = fields.decimal("value");
        figure.unit = fields.text("unit");
        figure.convertedAmount = converted.decimal("amount");
        figure.convertedCurrency = converted.optionalText("currency");
        figure.changeOnYear = fields.decimal("changeOnYear");
        figure.rank = fields.number("rank");
        figure.peak = fields.flag("peak", false);
        figure.analyst = fields.optionalText("analyst");
        figure.standing = Records.standing(fields);
        figure.citationId = records.principalCitation(fields);
        records.store("figures", fields, figure);
        fields.texts("brands").forEach(brand -> linkBrand(fields, figure, brand.value()));
        claims.add(fields, claim -> claim.figureId = figure.key);
    }

    private void linkBrand(Fields fields, Figure figure, String brand) {
        records.link(fields, LINK_BRAND, figure.key, records.key("brand", brand));
    }
}
