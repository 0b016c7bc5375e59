package dev.rangefinder.catalogue;

import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the claims about other records. They are collected while their subjects are written, and written after all of them,
 * because a claim may affect devices that come later in the file.
 */
final class ClaimWriter {

    private static final String LINK_DEVICE = "insert into claim_device (claim_id, device_id) values (?1, ?2)";

    private final Records records;
    private final List<Runnable> writes = new ArrayList<>();

    ClaimWriter(Records records) {
        this.records = records;
    }

    /** Adds all claims about a record. */
    void add(Fields record, Consumer<Claim> subject) {
        record.texts("cited").forEach(citation -> writes.add(() -> writeCitation(record, citation.value(), subject)));
        record.records("claims").forEach(claim -> writes.add(() -> writeClaim(claim, subject)));
    }

    /** Writes the claims that were added. */
    void writeAll() {
        writes.forEach(Runnable::run);
    }

    private void writeCitation(Fields record, String citation, Consumer<Claim> subject) {
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
