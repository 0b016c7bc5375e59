package dev.rangefinder.catalogue;

import dev.rangefinder.brand.Alias;
import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.Ownership;
import dev.rangefinder.device.Collaboration;
import dev.rangefinder.device.Device;
import dev.rangefinder.device.Variant;
import dev.rangefinder.event.Event;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.Speaker;
import dev.rangefinder.market.Figure;
import dev.rangefinder.market.Launch;
import dev.rangefinder.market.LaunchPrice;
import dev.rangefinder.market.Market;
import dev.rangefinder.partnership.Contribution;
import dev.rangefinder.partnership.Member;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.Term;
import dev.rangefinder.partnership.Territory;
import dev.rangefinder.relay.Keyed;
import java.util.List;

/** The kinds of records that can be edited, and of their parts. */
final class Kinds {

    private static final List<Kind<?>> ALL = List.of(
            Kind.of(Citation.class, CatalogueWriter::set),
            Kind.of(Speaker.class, CatalogueWriter::set),
            Kind.of(Market.class, MarketWriter::set),
            Kind.of(Brand.class, DeviceWriter::set),
            Kind.of(Alias.class, DeviceWriter::set),
            Kind.of(Ownership.class, DeviceWriter::set),
            Kind.of(Partnership.class, PartnershipWriter::set),
            Kind.of(Member.class, PartnershipWriter::set),
            Kind.of(Territory.class, PartnershipWriter::set),
            Kind.of(Term.class, PartnershipWriter::set),
            Kind.of(Contribution.class, PartnershipWriter::set),
            Kind.of(Device.class, DeviceWriter::set),
            Kind.of(Variant.class, DeviceWriter::set),
            Kind.of(Collaboration.class, DeviceWriter::set),
            Kind.of(Launch.class, MarketWriter::set),
            Kind.of(LaunchPrice.class, Kinds::set),
            Kind.of(Figure.class, MarketWriter::set),
            Kind.of(Event.class, MarketWriter::set));

    private Kinds() {}

    /** A price names a variant of its device. */
    private static void set(LaunchPrice price, Fields fields, Records records) {
        Device device = Device.findById(price.deviceId);
        MarketWriter.set(price, device.slug, fields, records);
    }

    /** The kind of an entity. */
    @SuppressWarnings("unchecked") // the kind has this class
    static <T extends Keyed> Kind<T> of(Class<T> type) {
        return (Kind<T>) ALL.stream()
                .filter(kind -> kind.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a kind of record: " + type));
    }
}
