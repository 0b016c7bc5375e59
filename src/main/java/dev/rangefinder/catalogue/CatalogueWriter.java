package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.Links.Link;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.Speaker;

/** Writes the records of a file to the database, each after the records that it refers to. */
final class CatalogueWriter {

    private final Records records;
    private final Links links = new Links();
    private final ClaimWriter claims;

    CatalogueWriter(Records records) {
        this.records = records;
        this.claims = new ClaimWriter(records);
    }

    /** Writes all records of a valid file. */
    void write(Fields file) {
        MarketWriter markets = new MarketWriter(records, links, claims);
        DeviceWriter devices = new DeviceWriter(records, claims);
        PartnershipWriter partnerships = new PartnershipWriter(records, claims);
        file.records("citations").forEach(this::writeCitation);
        file.records("markets").forEach(markets::writeMarket);
        file.records("brands").forEach(devices::writeBrand);
        file.records("speakers").forEach(this::writeSpeaker);
        Hierarchy.OF_PARTNERSHIPS.parentsFirst(file).forEach(partnerships::write);
        Hierarchy.OF_DEVICES.parentsFirst(file).forEach(devices::writeDevice);
        file.records("launches").forEach(markets::writeLaunch);
        file.records("figures").forEach(markets::writeFigure);
        file.records("events").forEach(markets::writeEvent);
        file.records("citations").forEach(this::linkCitation);
        file.records("markets").forEach(markets::linkParents);
        file.records("brands").forEach(devices::writeOwnerships);
        records.execute(links::store);
        claims.writeAll();
    }

    private void writeCitation(Fields fields) {
        Citation citation = new Citation();
        set(citation, fields, records);
        records.store("citations", fields, citation, "citation", citation.citationKey);
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
        Long citation = records.key("citation", fields.text("key"));
        fields.values("basedOn")
                .forEach(basis -> links.add(Link.CITATION_BASIS, citation, records.key("citation", basis)));
        fields.values("paidBy").forEach(payer -> links.add(Link.CITATION_PAYER, citation, records.key("brand", payer)));
    }

    private void writeSpeaker(Fields fields) {
        Speaker speaker = new Speaker();
        set(speaker, fields, records);
        records.store("speakers", fields, speaker, "speaker", speaker.slug);
        claims.add(SubjectTable.SPEAKER, fields, speaker.key);
    }

    static void set(Speaker speaker, Fields fields, Records records) {
        speaker.slug = fields.text("slug");
        speaker.name = fields.text("name");
        speaker.role = fields.optionalText("role");
        speaker.brandId = records.optionalKey("brand", fields.optionalText("brand"));
    }
}
