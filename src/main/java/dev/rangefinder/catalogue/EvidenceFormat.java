package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.Items.listOf;
import static dev.rangefinder.catalogue.Rules.exactlyOneOf;
import static dev.rangefinder.catalogue.Rules.excludes;
import static dev.rangefinder.catalogue.Rules.onlyWhen;
import static dev.rangefinder.catalogue.Rules.onlyWith;
import static dev.rangefinder.catalogue.Value.oneOf;

import dev.rangefinder.evidence.EffectKind;
import dev.rangefinder.evidence.Likelihood;
import dev.rangefinder.evidence.Standing;
import java.util.Set;

/** The format of citations, of speakers, and of the claims about records. */
final class EvidenceFormat {

    private static final Shape EFFECT = new Shape()
            .required("kind", oneOf(EffectKind.class))
            .optional("brand", new Reference("brand"))
            .optional("device", new Reference("device"))
            .optional("statement", Value.TEXT)
            .rule(exactlyOneOf("brand", "device"))
            .storedIn(Table.of("effect", "brand", "device"));

    static final Shape CLAIM = new Shape()
            .required("citation", new Reference("citation"))
            .optional("speaker", new Reference("speaker"))
            .optional("standing", oneOf(Standing.class), Standing.REPORTED.name())
            .optional("likelihood", oneOf(Likelihood.class), Likelihood.STATED.name())
            .optional("states", StatedProperties.INSTANCE)
            .optional("property", Value.PROPERTY)
            .optional("value", Value.TEXT)
            .optional("foreseen", Value.FLAG, "false")
            .optional("expectedOn", Value.DATE)
            .optional("expected", Value.TEXT)
            .optional("effects", listOf(EFFECT).uniqueBy("brand", "device"))
            .optional("effectsAreOpen", Value.FLAG, "false")
            .optional("remark", Value.TEXT)
            .rule(onlyWith("property", "value"))
            .rule(onlyWith("effects", "effectsAreOpen"))
            .rule(onlyWhen("foreseen", "expectedOn", "expected"))
            .rule(excludes("states", "property", "value", "foreseen", "effects"))
            .rule(EvidenceFormat::denialStatesNothing)
            .storedIn(Table.of("claim", "citation", "speaker", "likelihood", "property", "value", "foreseen")
                    .column("citation", "source_id")
                    .column("speaker", "spoken_by_id")
                    .column("effectsAreOpen", "open_ended"));

    static final Definition CLAIMS = new Definition("claims", listOf(CLAIM));

    static final Shape CITATION = new Shape()
            .required("key", Value.KEY)
            .optional("document", Value.TEXT)
            .optional("title", Value.NAME)
            .optional("publisher", Value.NAME)
            .optional("author", Value.NAME)
            .optional("origin", Value.TEXT)
            .optional("url", Value.URL)
            .optional("language", Value.LANGUAGE)
            .optional("licence", Value.TEXT)
            .optional("publishedOn", Value.DATE)
            .optional("publishedAt", Value.TIME)
            .optional("pageDatedOn", Value.DATE)
            .optional("writtenBefore", Value.DATE)
            .optional("disclosure", Value.TEXT)
            .optional("paidBy", new ValueList(new Reference("brand")))
            .optional("basedOn", new ValueList(new Reference("citation")))
            .optional("remark", Value.TEXT)
            .optional("claims", CLAIMS)
            .rule(EvidenceFormat::timeIsOfADay)
            .rule(EvidenceFormat::citationHasNoStatedValues)
            .storedIn(Table.of("citation", "key")
                    .link("basedOn", "citation_basis", "citation_id", "basis_id")
                    .link("paidBy", "citation_payer", "citation_id", "brand_id"));

    static final Shape SPEAKER = withClaims(
            new Shape()
                    .required("slug", Value.SLUG)
                    .required("name", Value.NAME)
                    .optional("role", Value.TEXT)
                    .optional("brand", new Reference("brand"))
                    .storedIn(Table.of("speaker", "slug")),
            "slug",
            "name");

    private EvidenceFormat() {}

    /** Adds the claims about a record, which state its values, except those of the exempt keys. */
    static Shape withClaims(Shape shape, String... exempt) {
        StoredValues values = new StoredValues(shape, Set.of(exempt));
        return shape.rule(new EvidenceRule(values)).required("claims", CLAIMS);
    }

    private static void denialStatesNothing(Fields claim, Validation validation) {
        if (claim.has("states") && "DENIED".equals(claim.optionalText("likelihood"))) {
            validation.report(
                    claim, "states", MistakeCode.CONFLICTING_KEYS, "is not allowed when likelihood is DENIED");
        }
    }

    private static void timeIsOfADay(Fields citation, Validation validation) {
        String day = citation.optionalText("publishedOn");
        if (citation.has("publishedAt") && (day == null || day.length() < "2022-05-24".length())) {
            validation.report(citation, "publishedAt", MistakeCode.TIME_WITHOUT_DAY, "needs a day in publishedOn");
        }
    }

    /** What a citation says of itself needs no evidence. */
    private static void citationHasNoStatedValues(Fields citation, Validation validation) {
        for (Fields claim : citation.records("claims")) {
            if (claim.has("states")) {
                validation.report(
                        claim, "states", MistakeCode.STATED_VALUE_MISSING, "is not allowed in claims about citations");
            }
        }
    }
}
