package dev.rangefinder.transaction;

import java.util.List;
import java.util.Set;

/**
 * What an operation needs of the entities that a field leads to, so that nothing else is read.
 *
 * @param entity the entities
 * @param properties their fields; the key is read in any case
 * @param companions the rows that come along with them, in the same statement
 */
public record Projection(Class<?> entity, Set<String> properties, List<Companion> companions) {

    /** No row at all. */
    public static final Projection NOTHING = new Projection(Void.class, Set.of(), List.of());

    /**
     * A row that a foreign key of another one names.
     *
     * @param foreignKey the field of the other one that holds its key
     * @param row what will be read of it
     */
    public record Companion(String foreignKey, Projection row) {}

    /** The same entities without companions. */
    public Projection alone() {
        return companions.isEmpty() ? this : new Projection(entity, properties, List.of());
    }

    /** How many tables it takes. */
    public int tables() {
        return 1 + companions.stream().mapToInt(one -> one.row.tables()).sum();
    }
}
