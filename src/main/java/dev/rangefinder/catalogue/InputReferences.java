package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.StoredTable.ReferenceKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the records that the input of a mutation refers to by name. */
final class InputReferences {

    private final StoredNames names;
    private final String kind;
    private final @Nullable String name;

    private InputReferences(StoredNames names, String kind, @Nullable String name) {
        this.names = names;
        this.kind = kind;
        this.name = name;
    }

    /** References to stored records. */
    InputReferences(StoredNames names) {
        this(names, "", null);
    }

    /** References of a new record, which has a name that it can refer to already. */
    static InputReferences of(Kind<?> kind, Fields record, StoredNames names) {
        return new InputReferences(names, kind.name(), record.optionalText(kind.nameKey()));
    }

    /** The mistakes in a record, with those in its references. */
    List<Mistake> validate(Shape shape, Fields record) {
        Validation validation = new Validation();
        shape.validate(record, validation);
        check(shape, record, validation);
        return validation.mistakes();
    }

    /** Reports the names of a record and its parts that nothing has. */
    void check(Shape shape, Fields record, Validation validation) {
        check(shape, record, record, validation);
    }

    /** The scope of a name is a key of the record, or of the one that it is part of. */
    private void check(Shape shape, Fields record, Fields outer, Validation validation) {
        for (Map.Entry<String, Type> entry : shape.types().entrySet()) {
            String key = entry.getKey();
            StoredTable.reference(key, entry.getValue())
                    .forEach(reference -> texts(reference, record)
                            .filter(text -> !isKnown(reference.reference(), text.value(), outer))
                            .forEach(text -> report(reference.reference(), text, validation)));
            Items.of(entry.getValue())
                    .ifPresent(items ->
                            record.records(key).forEach(part -> check(items.shape(), part, record, validation)));
        }
    }

    private static Stream<Text> texts(ReferenceKey key, Fields record) {
        Part part = record.parts().get(key.key());
        Stream<Text> texts = part instanceof Text text ? Stream.of(text) : record.texts(key.key()).stream();
        return texts.filter(text -> Value.NAME.accepts(text, new Validation()));
    }

    private boolean isKnown(Reference reference, String text, Fields outer) {
        if (reference.scope() == null) {
            return reference.kind().equals(kind) && text.equals(name) || names.find(reference.kind(), text) != null;
        }
        String scope = outer.optionalText(reference.scope());
        return scope == null || names.find(reference.kind(), StoredNames.variant(scope, text)) != null;
    }

    private static void report(Reference reference, Text text, Validation validation) {
        validation.report(
                text,
                MistakeCode.UNKNOWN_NAME,
                Value.excerpt(text.value()) + " is not a " + reference.kind() + " in the catalogue");
    }
}
