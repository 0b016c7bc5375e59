package dev.rangefinder.observation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a valid document.
 *
 * @param document the SHA-256 of the document, in hexadecimal
 * @param name its name in the document; null when it has none
 * @param type {@code query}, {@code mutation} or {@code subscription}
 */
public record OperationIdentity(String document, @Nullable String name, String type) {

    /** Labels operations without a name. No name contains a parenthesis. */
    static final String ANONYMOUS = "(anonymous)";

    /** An operation of one of GraphQL's types. */
    public static OperationIdentity of(String document, @Nullable String name, Enum<?> type) {
        return new OperationIdentity(document, name, type.name().toLowerCase(Locale.ROOT));
    }

    String nameOrAnonymous() {
        return name == null ? ANONYMOUS : name;
    }
}
