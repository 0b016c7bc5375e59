package dev.rangefinder.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The rule that no alias of a brand is the name or an alias of another one, in upper or lower case. */
enum AliasRule implements Rule {
    INSTANCE;

    @Override
    public void validate(Fields file, Validation validation) {
        Map<String, Fields> owners = new HashMap<>();
        for (Fields brand : file.records("brands")) {
            String name = brand.optionalText("name");
            if (name != null) {
                owners.putIfAbsent(folded(name), brand);
            }
        }
        file.records("brands").forEach(brand -> validate(brand, owners, validation));
    }

    private static void validate(Fields brand, Map<String, Fields> owners, Validation validation) {
        for (Fields alias : brand.records("aliases")) {
            String text = alias.optionalText("text");
            Fields owner = text == null ? null : owners.putIfAbsent(folded(text), brand);
            if (owner != null && owner != brand) {
                validation.report(
                        alias,
                        "text",
                        MistakeCode.ALIAS_OF_ANOTHER_BRAND,
                        text + " is a name of " + owner.optionalText("slug") + " as well");
            }
        }
        rejectRepeatedAliases(brand, validation);
    }

    private static void rejectRepeatedAliases(Fields brand, Validation validation) {
        Map<String, Fields> known = new HashMap<>();
        for (Fields alias : brand.records("aliases")) {
            String text = alias.optionalText("text");
            Fields duplicate = text == null ? null : known.putIfAbsent(folded(text), alias);
            if (duplicate != null) {
                validation.report(
                        alias,
                        "text",
                        MistakeCode.DUPLICATE,
                        text + " is the same name as that of " + duplicate.place());
            }
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
