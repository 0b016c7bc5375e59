package dev.rangefinder.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of a record of the file or of the catalogue. Whether there is one is checked for all references at once.
 *
 * @param kind the kind of the record, such as {@code device}
 * @param scope the key of the record that the name is unique in; null when it is unique in the catalogue
 */
record Reference(String kind, @Nullable String scope) implements Type {

    Reference(String kind) {
        this(kind, null);
    }

    /** The table of the record. A series is a device. */
    String table() {
        return kind.equals("series") ? "device" : kind;
    }

    @Override
    public void validate(Part part, Validation validation) {
        Value.NAME.accepts(part, validation);
    }

    @Override
    public Map<String, Object> schema() {
        return Value.NAME.schema();
    }
}
