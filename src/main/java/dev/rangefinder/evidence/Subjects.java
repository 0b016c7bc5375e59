package dev.rangefinder.evidence;

import dev.rangefinder.node.GlobalId;
import java.util.List;
import java.util.Locale;

/** The foreign keys from a claim to its subject. Each is named after the type of the subject. */
final class Subjects {

    private static final String SUFFIX = "Id";
    private static final List<String> KEYS = EvidenceApi.CLAIMS.properties().stream()
            .filter(property -> property.endsWith(SUFFIX) && !property.equals(Claim_.CITATION_ID))
            .toList();

    private Subjects() {}

    /** The global id of the subject of a claim. */
    static GlobalId of(Claim claim) {
        return KEYS.stream()
                .filter(key -> keyIn(claim, key) != null)
                .map(key -> new GlobalId(typeOf(key), keyIn(claim, key)))
                .findFirst()
                .orElseThrow();
    }

    private static Long keyIn(Claim claim, String key) {
        return (Long) EvidenceApi.CLAIMS.valueOf(claim, key);
    }

    private static String typeOf(String key) {
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1, key.length() - SUFFIX.length());
    }

    /** The foreign key from a claim to a subject of a type. */
    static String keyOf(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + SUFFIX;
    }
}
