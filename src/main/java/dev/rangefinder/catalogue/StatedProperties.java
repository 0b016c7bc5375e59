package dev.rangefinder.catalogue;

import java.util.List;
import java.util.Map;

/** The properties of a record that a claim states: a list of their names, or the word for all. */
enum StatedProperties implements Type {
    INSTANCE;

    private static final ValueList LIST = new ValueList(Value.PROPERTY);

    @Override
    public void validate(Part part, Validation validation) {
        boolean all = part instanceof Text text && text.value().equals(EvidenceRule.ALL);
        if (part instanceof Listing) {
            LIST.validate(part, validation);
        } else if (!all) {
            validation.report(part, MistakeCode.WRONG_TYPE, "is neither a list of properties nor " + EvidenceRule.ALL);
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(Map.of("const", EvidenceRule.ALL), LIST.schema()));
    }
}
