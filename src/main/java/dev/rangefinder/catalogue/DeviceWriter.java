package dev.rangefinder.catalogue;

import dev.rangefinder.brand.Alias;
import dev.rangefinder.brand.AliasKind;
import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.Ownership;
import dev.rangefinder.brand.Trade;
import dev.rangefinder.device.Collaboration;
import dev.rangefinder.device.Device;
import dev.rangefinder.device.DeviceKind;
import dev.rangefinder.device.DeviceStatus;
import dev.rangefinder.device.Variant;
import java.util.function.Consumer;

/** Writes brands and devices. */
final class DeviceWriter {

    private final Records records;
    private final ClaimWriter claims;

    DeviceWriter(Records records, ClaimWriter claims) {
        this.records = records;
        this.claims = claims;
    }

    void writeBrand(Fields fields) {
        Brand brand = new Brand();
        set(brand, fields, records);
        records.store("brands", brand, fields, "brand", brand.slug);
        claims.add(SubjectTable.BRAND, fields, brand.key);
        fields.records("aliases").forEach(alias -> writeAlias(alias, created -> created.brandId = brand.key));
    }

    static void set(Brand brand, Fields fields, Records records) {
        brand.slug = fields.text("slug");
        brand.name = fields.text("name");
        brand.makes = fields.choices(Trade.class, "makes");
        brand.homeMarketId = records.optionalKey("market", fields.optionalText("homeMarket"));
    }

    /** Writes the owners of a brand, after all brands. */
    void writeOwnerships(Fields brand) {
        Long key = records.key("brand", brand.text("slug"));
        brand.records("ownerships").forEach(ownership -> writeOwnership(key, ownership));
    }

    private void writeOwnership(Long brand, Fields fields) {
        Ownership ownership = new Ownership();
        ownership.brandId = brand;
        set(ownership, fields, records);
        records.store("ownerships", ownership, fields);
        claims.add(SubjectTable.OWNERSHIP, fields, ownership.key);
    }

    static void set(Ownership ownership, Fields fields, Records records) {
        ownership.ownerId = records.key("brand", fields.text("owner"));
        ownership.since = fields.date("since");
        ownership.until = fields.date("until");
    }

    void writeDevice(Fields fields) {
        Device device = new Device();
        set(device, fields, records);
        records.store("devices", device, fields, "device", device.slug);
        claims.add(SubjectTable.DEVICE, fields, device.key);
        fields.records("aliases").forEach(alias -> writeAlias(alias, created -> created.deviceId = device.key));
        fields.records("variants").forEach(variant -> writeVariant(device, variant));
        fields.records("partnerships").forEach(partnership -> writeCollaboration(device.key, partnership));
    }

    static void set(Device device, Fields fields, Records records) {
        device.slug = fields.text("slug");
        device.name = fields.text("name");
        device.kind = fields.choice(DeviceKind.class, "kind");
        device.seriesId = records.optionalKey("device", fields.optionalText("series"));
        device.brandId = records.key("brand", fields.text("brand"));
        device.announcedOn = fields.date("announcedOn");
        device.releasedOn = fields.date("releasedOn");
        device.status = fields.optionalChoice(DeviceStatus.class, "status");
        device.chipset = fields.optionalText("chipset");
        device.hardwareCode = fields.optionalText("hardwareCode");
    }

    private void writeAlias(Fields fields, Consumer<Alias> owner) {
        Alias alias = new Alias();
        owner.accept(alias);
        set(alias, fields, records);
        records.store("aliases", alias, fields);
        claims.add(SubjectTable.ALIAS, fields, alias.key);
    }

    static void set(Alias alias, Fields fields, Records records) {
        alias.text = fields.text("text");
        alias.language = fields.optionalText("language");
        alias.kind = fields.choice(AliasKind.class, "kind", AliasKind.NAME);
    }

    private void writeVariant(Device device, Fields fields) {
        Variant variant = new Variant();
        variant.deviceId = device.key;
        set(variant, fields, records);
        records.store("variants", variant, fields, "variant", StoredNames.variant(device.slug, variant.code));
        claims.add(SubjectTable.VARIANT, fields, variant.key);
    }

    static void set(Variant variant, Fields fields, Records records) {
        variant.marketId = records.optionalKey("market", fields.optionalText("market"));
        variant.code = fields.optionalText("code");
        variant.chipset = fields.optionalText("chipset");
        variant.memory = fields.number("memory");
        variant.storage = fields.number("storage");
    }

    private void writeCollaboration(Long device, Fields fields) {
        Collaboration collaboration = new Collaboration();
        collaboration.deviceId = device;
        set(collaboration, fields, records);
        records.store("collaborations", collaboration, fields);
        claims.add(SubjectTable.COLLABORATION, fields, collaboration.key);
    }

    static void set(Collaboration collaboration, Fields fields, Records records) {
        collaboration.partnershipId = records.key("partnership", fields.text("partnership"));
        collaboration.position = fields.number("position");
    }
}
