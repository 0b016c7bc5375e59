package dev.rangefinder.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inspection of one file: the names that its records may refer to, and the mistakes found so far. */
final class Inspection {

    private final List<Mistake> mistakes;
    private final Map<String, Set<String>> names;

    Inspection(Part file, List<Mistake> mistakes) {
        this.mistakes = mistakes;
        this.names = file instanceof Fields fields ? names(fields) : Map.of();
    }

    private static Map<String, Set<String>> names(Fields file) {
        return Map.of(
                "citation", names(file.records("citations").stream(), "key"),
                "market", names(file.records("markets").stream(), "code"),
                "brand", names(file.records("brands").stream(), "slug"),
                "partnership", names(file.records("partnerships").stream(), "slug"),
                "device", names(file.records("devices").stream(), "slug"),
                "series", names(file.records("devices").stream().filter(Inspection::isSeries), "slug"));
    }

    private static Set<String> names(Stream<Fields> records, String key) {
        return records.flatMap(fields -> Stream.ofNullable(fields.optionalText(key)))
                .collect(Collectors.toSet());
    }

    private static boolean isSeries(Fields device) {
        return "SERIES".equals(device.optionalText("kind"));
    }

    /** Whether the file has a record of this kind and name. */
    boolean knows(String kind, String name) {
        return names.getOrDefault(kind, Set.of()).contains(name);
    }

    void complain(Part part, String complaint) {
        mistakes.add(new Mistake(part.path(), part.line(), complaint));
    }

    /** Complains about a key that may be missing: the place is then that of the fields which lack it. */
    void complain(Fields fields, String key, String complaint) {
        String path = fields.path().isEmpty() ? key : fields.path() + '.' + key;
        mistakes.add(new Mistake(path, fields.partOrThis(key).line(), complaint));
    }
}
