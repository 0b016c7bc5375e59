package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.EvidenceFormat.withCitation;
import static dev.rangefinder.catalogue.EvidenceFormat.withEvidence;
import static dev.rangefinder.catalogue.Items.listOf;
import static dev.rangefinder.catalogue.Rules.atLeastOneOf;
import static dev.rangefinder.catalogue.Rules.forbiddenWhen;
import static dev.rangefinder.catalogue.Rules.notBefore;
import static dev.rangefinder.catalogue.Value.oneOf;
import static dev.rangefinder.catalogue.Value.reference;

import dev.rangefinder.partnership.Decider;
import dev.rangefinder.partnership.MemberRole;
import dev.rangefinder.partnership.TermKind;

/** The format of partnerships, with their members, territories and terms. */
final class PartnershipFormat {

    private static final Shape MEMBER =
            new Shape().required("role", oneOf(MemberRole.class)).required("brand", reference("brand"));

    private static final Shape TERRITORY = withCitation(new Shape()
            .required("market", reference("market"))
            .optional("included", Value.FLAG)
            .optional("exclusive", Value.FLAG)
            .rule(forbiddenWhen("exclusive", "included", "false")));

    private static final Shape TERM = withCitation(new Shape()
            .required("kind", oneOf(TermKind.class))
            .optional("statement", Value.TEXT)
            .optional("number", Value.NUMBER)
            .optional("approximate", Value.FLAG)
            .optional("decidedBy", oneOf(Decider.class))
            .optional("amount", MoneyFormat.AMOUNT)
            .optional("converted", MoneyFormat.MONEY)
            .rule(atLeastOneOf("statement", "number", "decidedBy", "amount")));

    static final Shape PARTNERSHIP = withEvidence(new Shape()
            .required("slug", Value.SLUG)
            .required("name", Value.NAME)
            .optional("announcedOn", Value.DATE)
            .optional("startedOn", Value.DATE)
            .optional("endedOn", Value.DATE)
            .optional("productBrand", Value.NAME)
            .optional("line", Value.NAME)
            .optional("members", listOf(MEMBER).uniqueBy("role").uniqueBy("brand"))
            .optional("territories", listOf(TERRITORY).uniqueBy("market"))
            .optional("terms", listOf(TERM).uniqueBy("kind", "citation"))
            .rule(notBefore("announcedOn", "endedOn"))
            .rule(notBefore("startedOn", "endedOn")));

    private PartnershipFormat() {}
}
