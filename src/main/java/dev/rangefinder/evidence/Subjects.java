package dev.rangefinder.evidence;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The foreign keys from a claim to its subject. Each is named after the type of the subject. */
final class Subjects {

    private static final String SUFFIX = "Id";

    /** The foreign keys to what makes the claim. */
    private static final Set<String> SOURCES = Set.of(Claim_.SOURCE_ID, Claim_.SPOKEN_BY_ID);

    private static final List<String> KEYS = EvidenceApi.CLAIMS.properties().stream()
            .filter(property -> property.endsWith(SUFFIX) && !SOURCES.contains(property))
            .toList();

    private Subjects() {}

    /** The global id of the subject that a row refers to. */
    static GlobalId of(SubjectReference row) {
        return KEYS.stream()
                .filter(key -> keyIn(row, key) != null)
                .map(key -> new GlobalId(typeOf(key), keyIn(row, key)))
                .findFirst()
                .orElseThrow();
    }

    private static Long keyIn(SubjectReference row, String key) {
        return (Long) EvidenceApi.CLAIMS.valueOf(row, key);
    }

    private static String typeOf(String key) {
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1, key.length() - SUFFIX.length());
    }

    /** The foreign key from a claim to a subject of a type. */
    static String keyOf(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + SUFFIX;
    }

    /** The table of the subjects of a type. */
    static String tableOf(Class<?> type) {
        String column = EvidenceApi.CLAIMS.columnName(keyOf(type));
        return column.substring(0, column.length() - "_id".length());
    }

    /** The claims about subjects of a type. */
    static <S extends Keyed> Relation<S, Claim, Connection<Claim>> claimsAbout(Class<?> type) {
        return EvidenceApi.CLAIMS.by(keyOf(type));
    }
}
