package dev.rangefinder.catalogue;

import dev.rangefinder.relay.Keyed;
import java.util.Locale;

/** The names of a type of records. */
record RecordType(Class<? extends Keyed> type) {

    /** The name of the table, by which references name the kind. */
    String table() {
        return separated("_");
    }

    /** The name in sentences. */
    String words() {
        return separated(" ");
    }

    /** The name of an input field that names such a record. */
    String field() {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private String separated(String separator) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", separator).toLowerCase(Locale.ROOT);
    }
}
