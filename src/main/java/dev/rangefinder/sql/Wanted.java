package dev.rangefinder.sql;

import java.util.List;
import java.util.Set;

/**
 * What an operation will read of the entities that it is about to ask for, so that nothing else needs to be fetched.
 *
 * @param entity the entities
 * @param properties their fields; the key is read in any case
 * @param companions the rows that come along with them, in the same statement
 */
public record Wanted(Class<?> entity, Set<String> properties, List<Companion> companions) {

    /** No row at all. */
    public static final Wanted NOTHING = new Wanted(Void.class, Set.of(), List.of());

    /**
     * A row that a foreign key of another one names.
     *
     * @param foreignKey the field of the other one that holds its key
     * @param row what will be read of it
     */
    public record Companion(String foreignKey, Wanted row) {}

    /** The same entities without companions. */
    public Wanted alone() {
        return companions.isEmpty() ? this : new Wanted(entity, properties, List.of());
    }

    /** How many tables it takes. */
    public int tables() {
        return 1 + companions.stream().mapToInt(one -> one.row.tables()).sum();
    }
}
