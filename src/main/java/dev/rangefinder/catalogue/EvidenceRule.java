package dev.rangefinder.catalogue;

import java.util.List;

/**
 * The rule that some claim supports a record, and that some claim states each of its values. A denial states nothing.
 *
 * @param values the values of the record
 */
record EvidenceRule(StoredValues values) implements Rule {

    /** The word for all values of a record. */
    static final String ALL = "all";

    private static final String CLAIMS = "claims";

    @Override
    public void validate(Fields fields, Validation validation) {
        if (!(fields.parts().get(CLAIMS) instanceof Listing)) {
            return;
        }
        List<Fields> claims = fields.records(CLAIMS);
        List<StoredValue> stored = values.of(fields);
        claims.forEach(claim -> rejectMissingValues(claim, stored, validation));
        stored.stream()
                .filter(value -> claims.stream().noneMatch(claim -> states(claim, value)))
                .forEach(value -> reportUnstated(fields, value, validation));
        if (stored.isEmpty() && claims.stream().noneMatch(EvidenceRule::supportsWhole)) {
            validation.report(
                    fields, CLAIMS, MistakeCode.RECORD_NOT_CLAIMED, "has no claim that supports the record as a whole");
        }
    }

    static void rejectMissingValues(Fields claim, List<StoredValue> stored, Validation validation) {
        for (Text property : claim.texts("states")) {
            if (stored.stream().noneMatch(value -> value.property().equals(property.value()))) {
                validation.report(
                        property,
                        MistakeCode.STATED_VALUE_MISSING,
                        Value.excerpt(property.value()) + " has no value in this record");
            }
        }
        if (stored.isEmpty() && ALL.equals(claim.optionalText("states"))) {
            validation.report(
                    claim, "states", MistakeCode.STATED_VALUE_MISSING, "states values of a record that has none");
        }
    }

    static boolean states(Fields claim, StoredValue stored) {
        if (isDenial(claim)) {
            return false;
        }
        String claimed = claim.optionalText("value");
        return ALL.equals(claim.optionalText("states"))
                || claim.values("states").contains(stored.property())
                || stored.property().equals(claim.optionalText("property"))
                        && claimed != null
                        && stored.isStatedBy(claimed);
    }

    private static boolean supportsWhole(Fields claim) {
        return !claim.has("property") && !claim.has("states") && !isDenial(claim);
    }

    private static boolean isDenial(Fields claim) {
        return "DENIED".equals(claim.optionalText("likelihood"));
    }

    static void reportUnstated(Fields fields, StoredValue value, Validation validation) {
        String message = Value.excerpt(value.text()) + " is stated by no claim of this record";
        if (value.part() == fields) {
            validation.report(fields, value.property(), MistakeCode.VALUE_NOT_CLAIMED, message);
        } else {
            validation.report(value.part(), MistakeCode.VALUE_NOT_CLAIMED, message);
        }
    }
}
