package dev.rangefinder.catalogue;

import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.Effect;
import dev.rangefinder.evidence.EffectKind;
import dev.rangefinder.evidence.Likelihood;
import dev.rangefinder.evidence.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the claims about other records. They are collected while their subjects are written, and written after all of them,
 * because a claim may have effects on devices that come later in the file.
 */
final class ClaimWriter {

    private static final String CLAIMS = "claims";

    private final Records records;
    private final StatedClaims stated = new StatedClaims();
    private final List<Runnable> writes = new ArrayList<>();

    ClaimWriter(Records records) {
        this.records = records;
    }

    /** Adds all claims about a record. */
    void add(SubjectTable table, Fields record, Long key) {
        record.records(CLAIMS).forEach(claim -> addOne(table, claim, key));
    }

    /** Adds one claim about a record. */
    void addOne(SubjectTable table, Fields claim, Long key) {
        writes.add(() -> write(table, claim, key));
    }

    /** Writes the claims that were added. */
    void writeAll() {
        writes.forEach(Runnable::run);
        stated.store();
    }

    private void write(SubjectTable table, Fields claim, Long subject) {
        if (!claim.has("states")) {
            writeSingle(table, claim, subject);
        } else if (EvidenceRule.ALL.equals(claim.optionalText("states"))) {
            stated.add(table, statement(claim, subject, null));
        } else {
            claim.values("states").forEach(property -> stated.add(table, statement(claim, subject, property)));
        }
    }

    private StatedClaims.Statement statement(Fields claim, Long subject, @Nullable String property) {
        return new StatedClaims.Statement(
                subject,
                records.key("citation", claim.text("citation")),
                records.optionalKey("speaker", claim.optionalText("speaker")),
                claim.choice(Standing.class, "standing", Standing.REPORTED).name(),
                claim.choice(Likelihood.class, "likelihood", Likelihood.STATED).name(),
                property,
                claim.optionalText("remark"));
    }

    private void writeSingle(SubjectTable table, Fields fields, Long subject) {
        Claim claim = new Claim();
        table.setSubject(claim, subject);
        claim.sourceId = records.key("citation", fields.text("citation"));
        claim.spokenById = records.optionalKey("speaker", fields.optionalText("speaker"));
        claim.standing = fields.choice(Standing.class, "standing", Standing.REPORTED);
        claim.likelihood = fields.choice(Likelihood.class, "likelihood", Likelihood.STATED);
        claim.property = fields.optionalText("property");
        claim.value = fields.optionalText("value");
        claim.foreseen = fields.flag("foreseen", false);
        claim.expectedOn = fields.date("expectedOn");
        claim.expected = fields.optionalText("expected");
        claim.openEnded = fields.flag("effectsAreOpen", false);
        claim.remark = fields.optionalText("remark");
        records.store(CLAIMS, claim, fields);
        fields.records("effects").forEach(effect -> writeEffect(effect, claim.key));
    }

    private void writeEffect(Fields fields, Long claim) {
        Effect effect = new Effect();
        effect.claimId = claim;
        effect.kind = fields.choice(EffectKind.class, "kind");
        effect.brandId = records.optionalKey("brand", fields.optionalText("brand"));
        effect.deviceId = records.optionalKey("device", fields.optionalText("device"));
        effect.statement = fields.optionalText("statement");
        records.store("effects", effect, fields);
    }
}
