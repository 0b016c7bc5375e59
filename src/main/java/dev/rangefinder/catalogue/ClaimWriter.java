package dev.rangefinder.catalogue;

import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes what citations say about the other records. Claims are gathered while their subjects are written, and written
 * after all of them, because a claim may affect devices that come later in the file.
 */
final class ClaimWriter {

    private static final String LINK_DEVICE = "insert into claim_device (claim_id, device_id) values (?1, ?2)";

    private final Records records;
    private final List<Runnable> gathered = new ArrayList<>();

    ClaimWriter(Records records) {
        this.records = records;
    }

    /** Gathers all claims about a record. */
    void gather(Fields record, Consumer<Claim> subject) {
        record.texts("cited").forEach(citation -> gathered.add(() -> writeWhole(record, citation.value(), subject)));
        record.records("claims").forEach(claim -> gathered.add(() -> writeClaim(claim, subject)));
    }

    /** Writes all claims that were gathered. */
    void writeAll() {
        gathered.forEach(Runnable::run);
    }

    private void writeWhole(Fields record, String citation, Consumer<Claim> subject) {
        Claim claim = new Claim();
        subject.accept(claim);
        claim.citationId = records.key("citation", citation);
        claim.standing = Records.standing(record);
        records.store("claims", record, claim);
    }

    private void writeClaim(Fields fields, Consumer<Claim> subject) {
        Claim claim = new Claim();
        subject.accept(claim);
        claim.citationId = records.key("citation", fields.text("citation"));
        claim.standing = Records.standing(fields);
        claim.property = fields.optionalText("property");
        claim.value = fields.optionalText("value");
        claim.expectation = fields.optionalChoice(Expectation.class, "expectation");
        claim.remark = fields.optionalText("remark");
        records.store("claims", fields, claim);
        fields.texts("affects").forEach(device -> linkDevice(fields, claim, device.value()));
    }

    private void linkDevice(Fields fields, Claim claim, String device) {
        records.link(fields, LINK_DEVICE, claim.key, records.key("device", device));
    }
}
