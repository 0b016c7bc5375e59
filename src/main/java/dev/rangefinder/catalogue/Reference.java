package dev.rangefinder.catalogue;

import java.util.Map;

/**
 * The name of a record of the file.
 *
 * @param kind the kind of the record, such as {@code device}
 */
record Reference(String kind) implements Type {

    @Override
    public void validate(Part part, Validation validation) {
        if (Value.NAME.accepts(part, validation)
                && part instanceof Text name
                && !validation.knows(kind, name.value())) {
            validation.report(
                    part,
                    MistakeCode.UNKNOWN_NAME,
                    Value.excerpt(name.value()) + " is not a " + kind + ' ' + validation.scope());
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Value.NAME.schema();
    }
}
