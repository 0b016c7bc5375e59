package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.Items.listOf;
import static dev.rangefinder.catalogue.Items.namesOf;
import static dev.rangefinder.catalogue.Rules.atMostOneOf;
import static dev.rangefinder.catalogue.Rules.onlyWith;
import static dev.rangefinder.catalogue.Rules.requiresCitation;
import static dev.rangefinder.catalogue.Value.oneOf;
import static dev.rangefinder.catalogue.Value.reference;

import dev.rangefinder.evidence.Expectation;
import dev.rangefinder.evidence.Standing;

/** The format of citations, and of the evidence of other records. */
final class EvidenceFormat {

    static final Shape CITATION = new Shape()
            .required("key", Value.KEY)
            .required("document", Value.TEXT)
            .optional("title", Value.NAME)
            .optional("publisher", Value.NAME)
            .optional("author", Value.NAME)
            .optional("origin", Value.TEXT)
            .optional("publishedOn", Value.DATE)
            .optional("pageDatedOn", Value.DATE)
            .optional("writtenBefore", Value.DATE);

    static final Type CLAIMS = listOf(new Shape()
            .required("citation", reference("citation"))
            .optional("standing", oneOf(Standing.class))
            .optional("property", Value.PROPERTY)
            .optional("value", Value.TEXT)
            .optional("expectation", oneOf(Expectation.class))
            .optional("remark", Value.TEXT)
            .optional("affects", namesOf("device"))
            .rule(onlyWith("property", "value"))
            .rule(onlyWith("property", "expectation"))
            .rule(atMostOneOf("value", "expectation")));

    private EvidenceFormat() {}

    /** Adds the evidence keys of a record that claims can be about. */
    static Shape withEvidence(Shape shape) {
        return shape.optional("standing", oneOf(Standing.class))
                .optional("cited", namesOf("citation"))
                .optional("claims", CLAIMS)
                .rule(requiresCitation("cited"));
    }

    /** Adds the evidence keys of a record that is part of another. */
    static Shape withCitation(Shape shape) {
        return shape.optional("standing", oneOf(Standing.class))
                .optional("citation", reference("citation"))
                .rule(requiresCitation("citation"));
    }
}
