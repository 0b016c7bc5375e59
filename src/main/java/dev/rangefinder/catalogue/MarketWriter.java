package dev.rangefinder.catalogue;

import dev.rangefinder.event.Event;
import dev.rangefinder.event.EventKind;
import dev.rangefinder.market.Figure;
import dev.rangefinder.market.Launch;
import dev.rangefinder.market.LaunchPrice;
import dev.rangefinder.market.LaunchStatus;
import dev.rangefinder.market.Market;
import dev.rangefinder.market.MarketKind;
import dev.rangefinder.market.Measure;
import dev.rangefinder.market.PriceBound;
import dev.rangefinder.market.RankBound;

/** Writes markets, launches, figures and events. */
final class MarketWriter {

    private final Records records;
    private final Links links;
    private final ClaimWriter claims;

    MarketWriter(Records records, Links links, ClaimWriter claims) {
        this.records = records;
        this.links = links;
        this.claims = claims;
    }

    void writeMarket(Fields fields) {
        Market market = new Market();
        set(market, fields, records);
        records.store("markets", market, fields, "market", market.code);
        claims.add(SubjectTable.MARKET, fields, market.key);
    }

    static void set(Market market, Fields fields, Records records) {
        market.code = fields.text("code");
        market.name = fields.text("name");
        market.kind = fields.choice(MarketKind.class, "kind");
        market.currency = fields.optionalText("currency");
    }

    /** Links a market to the regions that contain it, after all markets. */
    void linkParents(Fields market) {
        links.addAll(MarketFormat.MARKET, market, records.key("market", market.text("code")));
    }

    void writeLaunch(Fields fields) {
        Launch launch = new Launch();
        set(launch, fields, records);
        records.store("launches", launch, fields);
        claims.add(SubjectTable.LAUNCH, fields, launch.key);
        fields.records("prices").forEach(price -> writePrice(launch, fields.text("device"), price));
    }

    static void set(Launch launch, Fields fields, Records records) {
        launch.deviceId = records.key("device", fields.text("device"));
        launch.marketId = records.key("market", fields.text("market"));
        launch.seller = fields.optionalText("seller");
        launch.announcedOn = fields.date("announcedOn");
        launch.launchedOn = fields.date("launchedOn");
        launch.status = fields.choice(LaunchStatus.class, "status");
    }

    private void writePrice(Launch launch, String device, Fields fields) {
        LaunchPrice price = new LaunchPrice();
        price.launchId = launch.key;
        price.deviceId = launch.deviceId;
        set(price, device, fields, records);
        records.store("prices", price, fields);
        claims.add(SubjectTable.LAUNCH_PRICE, fields, price.key);
    }

    static void set(LaunchPrice price, String device, Fields fields, Records records) {
        String variant = fields.optionalText("variant");
        price.variantId = variant == null ? null : records.key("variant", StoredNames.variant(device, variant));
        price.amount = fields.decimal("amount");
        price.currency = fields.text("currency");
        price.bound = fields.choice(PriceBound.class, "bound", PriceBound.EXACT);
        price.on = fields.date("on");
    }

    void writeFigure(Fields fields) {
        Figure figure = new Figure();
        set(figure, fields, records);
        records.store("figures", figure, fields);
        links.addAll(MarketFormat.FIGURE, fields, figure.key);
        claims.add(SubjectTable.FIGURE, fields, figure.key);
    }

    static void set(Figure figure, Fields fields, Records records) {
        Fields converted = fields.fields("converted");
        figure.marketId = records.optionalKey("market", fields.optionalText("market"));
        figure.period = fields.optionalText("period");
        figure.measure = fields.choice(Measure.class, "measure");
        figure.value = fields.decimal("value");
        figure.unit = fields.text("unit");
        figure.convertedAmount = converted.decimal("amount");
        figure.convertedCurrency = converted.optionalText("currency");
        figure.changeOnYear = fields.decimal("changeOnYear");
        figure.rank = fields.number("rank");
        figure.rankBound = figure.rank == null ? null : fields.choice(RankBound.class, "rankBound", RankBound.EXACT);
        figure.peak = fields.flag("peak", false);
        figure.qualification = fields.optionalText("qualification");
        figure.analyst = fields.optionalText("analyst");
    }

    void writeEvent(Fields fields) {
        Event event = new Event();
        set(event, fields, records);
        records.store("events", event, fields);
        links.addAll(MarketFormat.EVENT, fields, event.key);
        claims.add(SubjectTable.EVENT, fields, event.key);
    }

    static void set(Event event, Fields fields, Records records) {
        event.slug = fields.text("slug");
        event.name = fields.text("name");
        event.kind = fields.choice(EventKind.class, "kind");
        event.on = fields.date("on");
        event.until = fields.date("until");
        event.place = fields.optionalText("place");
        event.marketId = records.optionalKey("market", fields.optionalText("market"));
    }
}
