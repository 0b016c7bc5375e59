package dev.rangefinder.catalogue;

import dev.rangefinder.partnership.Decider;
import dev.rangefinder.partnership.Member;
import dev.rangefinder.partnership.MemberRole;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.Term;
import dev.rangefinder.partnership.TermKind;
import dev.rangefinder.partnership.Territory;

/** Writes partnerships with their members, territories and terms. */
final class PartnershipWriter {

    private final Records records;
    private final ClaimWriter claims;

    PartnershipWriter(Records records, ClaimWriter claims) {
        this.records = records;
        this.claims = claims;
    }

    void write(Fields fields) {
        Partnership partnership = new Partnership();
        partnership.slug = fields.text("slug");
        partnership.name = fields.text("name");
        partnership.announcedOn = fields.date("announcedOn");
        partnership.startedOn = fields.date("startedOn");
        partnership.endedOn = fields.date("endedOn");
        partnership.productBrand = fields.optionalText("productBrand");
        partnership.line = fields.optionalText("line");
        partnership.standing = Records.standing(fields);
        partnership.citationId = records.principalCitation(fields);
        records.store("partnerships", fields, partnership);
        fields.records("members").forEach(member -> writeMember(partnership.key, member));
        fields.records("territories").forEach(territory -> writeTerritory(partnership.key, territory));
        fields.records("terms").forEach(term -> writeTerm(partnership.key, term));
        claims.add(fields, claim -> claim.partnershipId = partnership.key);
    }

    private void writeMember(Long partnership, Fields fields) {
        Member member = new Member();
        member.partnershipId = partnership;
        member.brandId = records.key("brand", fields.text("brand"));
        member.role = fields.choice(MemberRole.class, "role");
        records.store("members", fields, member);
    }

    private void writeTerritory(Long partnership, Fields fields) {
        Territory territory = new Territory();
        territory.partnershipId = partnership;
        territory.marketId = records.key("market", fields.text("market"));
        territory.included = fields.flag("included", true);
        territory.exclusive = fields.flag("exclusive");
        territory.standing = Records.standing(fields);
        territory.citationId = records.optionalKey("citation", fields.optionalText("citation"));
        records.store("territories", fields, territory);
    }

    private void writeTerm(Long partnership, Fields fields) {
        Fields amount = fields.fields("amount");
        Fields converted = fields.fields("converted");
        Term term = new Term();
        term.partnershipId = partnership;
        term.kind = fields.choice(TermKind.class, "kind");
        term.statement = fields.optionalText("statement");
        term.number = fields.number("number");
        term.approximate = fields.flag("approximate", false);
        term.decidedBy = fields.optionalChoice(Decider.class, "decidedBy");
        term.amountFrom = amount.decimal("from");
        term.amountTo = amount.decimal("to");
        term.amountCurrency = amount.optionalText("currency");
        term.convertedAmount = converted.decimal("amount");
        term.convertedCurrency = converted.optionalText("currency");
        term.standing = Records.standing(fields);
        term.citationId = records.optionalKey("citation", fields.optionalText("citation"));
        records.store("terms", fields, term);
    }
}
