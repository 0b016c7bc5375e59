package dev.rangefinder.catalogue;

import java.util.HashMap;
import java.util.Map;

/** The rules for the codes of variants, by which prices name them. */
enum VariantCodes implements Rule {
    /** A device has each code once. */
    OF_DEVICE {
        @Override
        public void validate(Fields device, Validation validation) {
            Map<String, Fields> known = new HashMap<>();
            for (Fields variant : device.records("variants")) {
                String code = variant.optionalText("code");
                Fields duplicate = code == null ? null : known.putIfAbsent(code, variant);
                if (duplicate != null) {
                    validation.report(variant, MistakeCode.DUPLICATE, "has the same code as " + duplicate.place());
                }
            }
        }
    },

    /** The device of a launch has the variants that its prices name. */
    OF_LAUNCH {
        @Override
        public void validate(Fields launch, Validation validation) {
            String device = launch.optionalText("device");
            for (Fields price : launch.records("prices")) {
                String code = price.optionalText("variant");
                if (code != null && !validation.knows("variant", Validation.variantName(device, code))) {
                    validation.report(
                            price,
                            "variant",
                            MistakeCode.UNKNOWN_NAME,
                            Value.excerpt(code) + " is not a variant of " + device + " in this file");
                }
            }
        }
    }
}
