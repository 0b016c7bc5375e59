package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.Items.listOf;

/** The format of a catalogue file, which {@link CatalogueFile} documents. */
final class Format {

    static final Shape FILE = new Shape()
            .optional("citations", listOf(EvidenceFormat.CITATION).uniqueBy("key"))
            .optional("speakers", listOf(EvidenceFormat.SPEAKER).uniqueBy("slug"))
            .optional("markets", listOf(MarketFormat.MARKET).uniqueBy("code"))
            .optional("brands", listOf(DeviceFormat.BRAND).uniqueBy("slug"))
            .optional("partnerships", listOf(PartnershipFormat.PARTNERSHIP).uniqueBy("slug"))
            .optional("devices", listOf(DeviceFormat.DEVICE).uniqueBy("slug"))
            .optional("launches", listOf(MarketFormat.LAUNCH).uniqueBy("device", "market", "seller"))
            .optional("figures", listOf(MarketFormat.FIGURE))
            .optional("events", listOf(MarketFormat.EVENT).uniqueBy("slug"));

    private Format() {}
}
