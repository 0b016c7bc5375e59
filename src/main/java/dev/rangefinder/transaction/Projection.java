package dev.rangefinder.transaction;

import java.util.List;
import java.util.Set;

/**
 * The properties that an operation needs of the entities of a field, so that no other column is read.
 *
 * @param entity the class of the entities
 * @param properties the needed properties; the key is always read
 * @param companions the referenced rows that the same statement joins
 */
public record Projection(Class<?> entity, Set<String> properties, List<Companion> companions) {

    /** No rows at all. */
    public static final Projection NOTHING = new Projection(Void.class, Set.of(), List.of());

    /**
     * A row that a foreign key of another row references.
     *
     * @param foreignKey the property of the other row that holds the key
     * @param row the projection of the referenced row
     */
    public record Companion(String foreignKey, Projection row) {}

    /** Returns this projection without companions. */
    public Projection withoutCompanions() {
        return companions.isEmpty() ? this : new Projection(entity, properties, List.of());
    }

    /** How many tables a statement for this projection reads. */
    public int tables() {
        return 1
                + companions.stream()
                        .mapToInt(companion -> companion.row.tables())
                        .sum();
    }
}
