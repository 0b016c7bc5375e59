package dev.rangefinder.catalogue;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.ProductKind;
import dev.rangefinder.device.Device;
import dev.rangefinder.device.DeviceKind;
import dev.rangefinder.evidence.Citation;

/** Writes the records of a file to the database, each after the records that it refers to. */
final class CatalogueWriter {

    private final Records records;
    private final ClaimWriter claims;

    CatalogueWriter(Records records) {
        this.records = records;
        this.claims = new ClaimWriter(records);
    }

    /** Writes all records of a valid file. */
    void write(Fields file) {
        MarketWriter markets = new MarketWriter(records, claims);
        PartnershipWriter partnerships = new PartnershipWriter(records, claims);
        file.records("citations").forEach(this::writeCitation);
        Hierarchy.OF_MARKETS.parentsFirst(file).forEach(markets::writeMarket);
        Hierarchy.OF_BRANDS.parentsFirst(file).forEach(this::writeBrand);
        file.records("partnerships").forEach(partnerships::write);
        Hierarchy.OF_DEVICES.parentsFirst(file).forEach(this::writeDevice);
        file.records("launches").forEach(markets::writeLaunch);
        file.records("figures").forEach(markets::writeFigure);
        claims.writeAll();
    }

    private void writeCitation(Fields fields) {
        Citation citation = new Citation();
        citation.citationKey = fields.text("key");
        citation.document = fields.text("document");
        citation.title = fields.optionalText("title");
        citation.publisher = fields.optionalText("publisher");
        citation.author = fields.optionalText("author");
        citation.origin = fields.optionalText("origin");
        citation.publishedOn = fields.date("publishedOn");
        citation.pageDatedOn = fields.date("pageDatedOn");
        citation.writtenBefore = fields.date("writtenBefore");
        records.store("citations", fields, citation);
    }

    private void writeBrand(Fields fields) {
        Brand brand = new Brand();
        brand.slug = fields.text("slug");
        brand.name = fields.text("name");
        brand.makes = fields.choice(ProductKind.class, "makes");
        brand.homeMarketId = records.optionalKey("market", fields.optionalText("homeMarket"));
        brand.parentId = records.optionalKey("brand", fields.optionalText("parent"));
        brand.standing = Records.standing(fields);
        brand.citationId = records.principalCitation(fields);
        records.store("brands", fields, brand);
        claims.add(fields, claim -> claim.brandId = brand.key);
    }

    private void writeDevice(Fields fields) {
        Device device = new Device();
        device.slug = fields.text("slug");
        device.name = fields.text("name");
        device.kind = fields.choice(DeviceKind.class, "kind");
        device.seriesId = records.optionalKey("device", fields.optionalText("series"));
        device.brandId = records.key("brand", fields.text("brand"));
        device.partnershipId = records.optionalKey("partnership", fields.optionalText("partnership"));
        device.releasedOn = fields.date("releasedOn");
        device.chipset = fields.optionalText("chipset");
        device.standing = Records.standing(fields);
        device.citationId = records.principalCitation(fields);
        records.store("devices", fields, device);
        claims.add(fields, claim -> claim.deviceId = device.key);
    }
}
