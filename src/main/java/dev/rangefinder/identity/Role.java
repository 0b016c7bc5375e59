package dev.rangefinder.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do, besides reading. In access tokens and annotations, roles are written in lower case. */
public enum Role {
    /** Changes the catalogue. */
    EDITOR,
    /** Everything that an editor may do, and whatever concerns the catalogue as a whole. */
    ADMIN;

    /** The role with a name; empty when there is none, because tokens list roles of other services as well. */
    public static Optional<Role> of(String name) {
        return Arrays.stream(values()).filter(role -> role.text().equals(name)).findFirst();
    }

    /** The name in access tokens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule that a field requires this role, for messages. */
    public String requiredBy(String field) {
        return "`" + field + "` requires the role `" + text() + "`";
    }

    /** Whether this role permits everything that another one permits. */
    boolean implies(Role other) {
        return compareTo(other) >= 0;
    }
}
