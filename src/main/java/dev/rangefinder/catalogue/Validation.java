package dev.rangefinder.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The validation of one file: the names that its records can refer to, and the mistakes found so far. */
final class Validation {

    private final List<Mistake> mistakes;
    private final Map<String, Set<String>> names;
    private final Names others;

    Validation(Part file, List<Mistake> mistakes) {
        this(file, mistakes, Names.NONE);
    }

    /**
     * Starts a validation.
     *
     * @param others the records outside of the file that it can refer to
     */
    Validation(Part file, List<Mistake> mistakes, Names others) {
        this.mistakes = mistakes;
        this.names = file instanceof Fields fields ? names(fields) : Map.of();
        this.others = others;
    }

    private static Map<String, Set<String>> names(Fields file) {
        return Map.of(
                "citation", names(file.records("citations").stream(), "key"),
                "speaker", names(file.records("speakers").stream(), "slug"),
                "market", names(file.records("markets").stream(), "code"),
                "brand", names(file.records("brands").stream(), "slug"),
                "partnership", names(file.records("partnerships").stream(), "slug"),
                "device", names(file.records("devices").stream(), "slug"),
                "series", names(file.records("devices").stream().filter(Validation::isSeries), "slug"),
                "variant", variants(file));
    }

    private static Set<String> names(Stream<Fields> records, String key) {
        return records.flatMap(fields -> Stream.ofNullable(fields.optionalText(key)))
                .collect(Collectors.toSet());
    }

    private static boolean isSeries(Fields device) {
        return "SERIES".equals(device.optionalText("kind"));
    }

    private static Set<String> variants(Fields file) {
        return file.records("devices").stream()
                .flatMap(device -> device.records("variants").stream()
                        .map(variant -> variantName(device.optionalText("slug"), variant.optionalText("code"))))
                .collect(Collectors.toSet());
    }

    /** The name of a variant in the whole file: its code is unique only among those of its device. */
    static String variantName(@Nullable String device, @Nullable String code) {
        return device + "/" + code;
    }

    /** Whether the file, or what it can refer to, has a record with this kind and name. */
    boolean knows(String kind, String name) {
        return names.getOrDefault(kind, Set.of()).contains(name) || others.find(kind, name) != null;
    }

    /** Where the file looks for names, for messages. */
    String scope() {
        return others == Names.NONE ? "in this file" : "in the catalogue";
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
