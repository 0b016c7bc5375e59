package dev.rangefinder.catalogue;

import dev.rangefinder.partnership.Contribution;
import dev.rangefinder.partnership.ContributionKind;
import dev.rangefinder.partnership.Member;
import dev.rangefinder.partnership.MemberRole;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.Term;
import dev.rangefinder.partnership.TermKind;
import dev.rangefinder.partnership.Territory;

/** Writes partnerships with their members, territories, terms and contributions. */
final class PartnershipWriter {

    private final Records records;
    private final ClaimWriter claims;

    PartnershipWriter(Records records, ClaimWriter claims) {
        this.records = records;
        this.claims = claims;
    }

    void write(Fields fields) {
        Partnership partnership = new Partnership();
        set(partnership, fields, records);
        records.store("partnerships", partnership, fields, "partnership", partnership.slug);
        claims.add(SubjectTable.PARTNERSHIP, fields, partnership.key);
        fields.records("members").forEach(member -> writeMember(partnership.key, member));
        fields.records("territories").forEach(territory -> writeTerritory(partnership.key, territory));
        fields.records("terms").forEach(term -> writeTerm(partnership.key, term));
        fields.records("contributions").forEach(contribution -> writeContribution(partnership.key, contribution));
    }

    static void set(Partnership partnership, Fields fields, Records records) {
        partnership.slug = fields.text("slug");
        partnership.name = fields.text("name");
        partnership.signedOn = fields.date("signedOn");
        partnership.announcedOn = fields.date("announcedOn");
        partnership.startedOn = fields.date("startedOn");
        partnership.endedOn = fields.date("endedOn");
        partnership.ongoing = fields.flag("ongoing");
        partnership.productBrands = fields.values("productBrands");
        partnership.lines = fields.values("lines");
        partnership.succeedsId = records.optionalKey("partnership", fields.optionalText("succeeds"));
    }

    private void writeMember(Long partnership, Fields fields) {
        Member member = new Member();
        member.partnershipId = partnership;
        set(member, fields, records);
        records.store("members", member, fields);
        claims.add(SubjectTable.MEMBER, fields, member.key);
    }

    static void set(Member member, Fields fields, Records records) {
        member.brandId = records.key("brand", fields.text("brand"));
        member.role = fields.choice(MemberRole.class, "role");
        member.joinedOn = fields.date("joinedOn");
        member.leftOn = fields.date("leftOn");
    }

    private void writeTerritory(Long partnership, Fields fields) {
        Territory territory = new Territory();
        territory.partnershipId = partnership;
        set(territory, fields, records);
        records.store("territories", territory, fields);
        claims.add(SubjectTable.TERRITORY, fields, territory.key);
    }

    static void set(Territory territory, Fields fields, Records records) {
        territory.marketId = records.key("market", fields.text("market"));
        territory.included = fields.flag("included", true);
        territory.exclusive = fields.flag("exclusive");
        territory.since = fields.date("since");
        territory.until = fields.date("until");
    }

    private void writeTerm(Long partnership, Fields fields) {
        Term term = new Term();
        term.partnershipId = partnership;
        set(term, fields, records);
        records.store("terms", term, fields);
        claims.add(SubjectTable.TERM, fields, term.key);
    }

    static void set(Term term, Fields fields, Records records) {
        Fields amount = fields.fields("amount");
        Fields converted = fields.fields("converted");
        term.kind = fields.choice(TermKind.class, "kind");
        term.statement = fields.optionalText("statement");
        term.number = fields.number("number");
        term.approximate = fields.flag("approximate", false);
        term.decidedBy = fields.choices(MemberRole.class, "decidedBy");
        term.amountFrom = amount.decimal("from");
        term.amountTo = amount.decimal("to");
        term.amountToExcluded = amount.flag("toExcluded", false);
        term.amountCurrency = amount.optionalText("currency");
        term.convertedAmount = converted.decimal("amount");
        term.convertedCurrency = converted.optionalText("currency");
        term.convertedApproximate = converted.flag("approximate", false);
        term.since = fields.date("since");
        term.until = fields.date("until");
    }

    private void writeContribution(Long partnership, Fields fields) {
        Contribution contribution = new Contribution();
        contribution.partnershipId = partnership;
        set(contribution, fields, records);
        records.store("contributions", contribution, fields);
        claims.add(SubjectTable.CONTRIBUTION, fields, contribution.key);
    }

    static void set(Contribution contribution, Fields fields, Records records) {
        contribution.brandId = records.optionalKey("brand", fields.optionalText("brand"));
        contribution.kind = fields.choice(ContributionKind.class, "kind");
        contribution.statement = fields.optionalText("statement");
    }
}
