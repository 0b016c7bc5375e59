package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.EvidenceFormat.withClaims;
import static dev.rangefinder.catalogue.Items.listOf;
import static dev.rangefinder.catalogue.Rules.atLeastOneOf;
import static dev.rangefinder.catalogue.Rules.notBefore;
import static dev.rangefinder.catalogue.Value.oneOf;

import dev.rangefinder.partnership.ContributionKind;
import dev.rangefinder.partnership.MemberRole;
import dev.rangefinder.partnership.TermKind;

/** The format of partnerships, with their members, territories, terms and contributions. */
final class PartnershipFormat {

    static final Shape MEMBER = withClaims(
            new Shape()
                    .required("role", oneOf(MemberRole.class))
                    .required("brand", new Reference("brand"))
                    .optional("joinedOn", Value.DATE)
                    .optional("leftOn", Value.DATE)
                    .rule(notBefore("joinedOn", "leftOn"))
                    .storedIn(Table.of("member", "brand")),
            "brand");

    static final Shape TERRITORY = withClaims(new Shape()
            .required("market", new Reference("market"))
            .optional("included", Value.FLAG, "true")
            .optional("exclusive", Value.FLAG)
            .optional("since", Value.DATE)
            .optional("until", Value.DATE)
            .rule(notBefore("since", "until"))
            .rule(PartnershipFormat::exclusiveIsIncluded)
            .storedIn(Table.of("territory", "market", "since")));

    static final Shape TERM = withClaims(
            new Shape()
                    .required("kind", oneOf(TermKind.class))
                    .optional("statement", Value.TEXT)
                    .optional("number", Value.NUMBER)
                    .optional("approximate", Value.FLAG, "false")
                    .optional("decidedBy", new ValueList(oneOf(MemberRole.class)))
                    .optional("amount", MoneyFormat.AMOUNT)
                    .optional("converted", MoneyFormat.money().optional("approximate", Value.FLAG, "false"))
                    .optional("since", Value.DATE)
                    .optional("until", Value.DATE)
                    .rule(notBefore("since", "until"))
                    .rule(atLeastOneOf("statement", "number", "decidedBy", "amount"))
                    .storedIn(Table.of("term", "kind", "statement", "since")),
            "approximate");

    static final Shape CONTRIBUTION = withClaims(new Shape()
            .required("kind", oneOf(ContributionKind.class))
            .optional("brand", new Reference("brand"))
            .optional("statement", Value.TEXT)
            .storedIn(Table.of("contribution", "kind", "brand", "statement")));

    static final Shape PARTNERSHIP = withClaims(
            new Shape()
                    .required("slug", Value.SLUG)
                    .required("name", Value.NAME)
                    .optional("signedOn", Value.DATE)
                    .optional("announcedOn", Value.DATE)
                    .optional("startedOn", Value.DATE)
                    .optional("endedOn", Value.DATE)
                    .optional("ongoing", Value.FLAG)
                    .optional("productBrands", new ValueList(Value.NAME))
                    .optional("lines", new ValueList(Value.NAME))
                    .optional("succeeds", new Reference("partnership"))
                    .optional("members", listOf(MEMBER).uniqueBy("brand"))
                    .optional("territories", listOf(TERRITORY).uniqueBy("market", "since"))
                    .optional("terms", listOf(TERM))
                    .optional("contributions", listOf(CONTRIBUTION))
                    .rule(notBefore("signedOn", "endedOn"))
                    .rule(notBefore("announcedOn", "endedOn"))
                    .rule(notBefore("startedOn", "endedOn"))
                    .rule(PartnershipFormat::endedIsNotOngoing)
                    .storedIn(Table.of("partnership", "slug")),
            "slug",
            "name");

    private PartnershipFormat() {}

    private static void exclusiveIsIncluded(Fields territory, Validation validation) {
        if (territory.flag("exclusive", false) && !territory.flag("included", true)) {
            validation.report(
                    territory, "exclusive", MistakeCode.EXCLUSIVE_AND_EXCLUDED, "is true, but the market is excluded");
        }
    }

    private static void endedIsNotOngoing(Fields partnership, Validation validation) {
        if (partnership.has("endedOn") && partnership.flag("ongoing", false)) {
            validation.report(
                    partnership, "ongoing", MistakeCode.ENDED_AND_ONGOING, "is true, but the partnership has ended");
        }
    }
}
