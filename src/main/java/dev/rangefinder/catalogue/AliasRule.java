package dev.rangefinder.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The rule that a brand has no alias twice, in upper or lower case. */
enum AliasRule implements Rule {
    INSTANCE;

    @Override
    public void validate(Fields brand, Validation validation) {
        Map<String, Fields> known = new HashMap<>();
        for (Fields alias : brand.records("aliases")) {
            String text = alias.optionalText("text");
            Fields duplicate = text == null ? null : known.putIfAbsent(text.toLowerCase(Locale.ROOT), alias);
            if (duplicate != null) {
                validation.report(
                        alias,
                        "text",
                        MistakeCode.DUPLICATE,
                        Value.excerpt(text) + " is the same name as that of " + duplicate.place());
            }
        }
    }
}
