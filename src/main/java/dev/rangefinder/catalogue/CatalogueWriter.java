package dev.rangefinder.catalogue;

import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.Speaker;

/** Writes single records with their parts and claims. Sets of records are stored by {@link Import}. */
final class CatalogueWriter {

    private final Records records;
    private final Links links;
    private final ClaimWriter claims;

    CatalogueWriter(Records records) {
        this.records = records;
        this.links = new Links(records);
        this.claims = new ClaimWriter(records);
    }

    /** Writes the records of a valid file. They refer to themselves and to stored records. */
    void write(Fields file) {
        MarketWriter markets = new MarketWriter(records, links, claims);
        DeviceWriter devices = new DeviceWriter(records, claims);
        PartnershipWriter partnerships = new PartnershipWriter(records, claims);
        file.records("citations").forEach(this::writeCitation);
        file.records("markets").forEach(markets::writeMarket);
        file.records("brands").forEach(devices::writeBrand);
        file.records("speakers").forEach(this::writeSpeaker);
        file.records("partnerships").forEach(partnerships::write);
        file.records("devices").forEach(devices::writeDevice);
        file.records("launches").forEach(markets::writeLaunch);
        file.records("figures").forEach(markets::writeFigure);
        file.records("events").forEach(markets::writeEvent);
        file.records("citations").forEach(this::linkCitation);
        file.records("markets").forEach(markets::linkParents);
        file.records("brands").forEach(devices::writeOwnerships);
        links.store();
        claims.writeAll();
    }

    private void writeCitation(Fields fields) {
        Citation citation = new Citation();
        set(citation, fields, records);
        records.store("citations", citation, fields, "citation", citation.citationKey);
        claims.add(SubjectTable.CITATION, fields, citation.key);
    }

    static void set(Citation citation, Fields fields, Records records) {
        citation.citationKey = fields.text("key");
        citation.document = fields.optionalText("document");
        citation.title = fields.optionalText("title");
        citation.publisher = fields.optionalText("publisher");
        citation.author = fields.optionalText("author");
        citation.origin = fields.optionalText("origin");
        citation.url = fields.optionalText("url");
        citation.language = fields.optionalText("language");
        citation.licence = fields.optionalText("licence");
        citation.publishedOn = fields.date("publishedOn");
        citation.publishedAt = fields.optionalText("publishedAt");
        citation.pageDatedOn = fields.date("pageDatedOn");
        citation.writtenBefore = fields.date("writtenBefore");
        citation.disclosure = fields.optionalText("disclosure");
        citation.remark = fields.optionalText("remark");
    }

    /** Links a citation to those that it relays and to those who paid for it, after all citations and brands. */
    private void linkCitation(Fields fields) {
        links.addAll(EvidenceFormat.CITATION, fields, records.key("citation", fields.text("key")));
    }

    private void writeSpeaker(Fields fields) {
        Speaker speaker = new Speaker();
        set(speaker, fields, records);
        records.store("speakers", speaker, fields, "speaker", speaker.slug);
        claims.add(SubjectTable.SPEAKER, fields, speaker.key);
    }

    static void set(Speaker speaker, Fields fields, Records records) {
        speaker.slug = fields.text("slug");
        speaker.name = fields.text("name");
        speaker.role = fields.optionalText("role");
        speaker.brandId = records.optionalKey("brand", fields.optionalText("brand"));
    }
}
