package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.List;

/** The validation of one record: the mistakes found so far. */
final class Validation {

    private final List<Mistake> mistakes;

    Validation() {
        this(List.of());
    }

    /** A validation of a record that could not be read completely. */
    Validation(List<Mistake> unread) {
        this.mistakes = new ArrayList<>(unread);
    }

    /** The mistakes, in the order in which they were found. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    void report(Part part, MistakeCode code, String message) {
        mistakes.add(new Mistake(part.path(), part.line(), code, message));
    }

    /** Reports a mistake at a key. When the key is missing, the line is that of the fields. */
    void report(Fields fields, String key, MistakeCode code, String message) {
        String path = fields.path().isEmpty() ? key : fields.path() + '.' + key;
        mistakes.add(new Mistake(path, fields.partOrThis(key).line(), code, message));
    }
}
