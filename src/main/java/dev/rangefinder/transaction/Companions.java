package dev.rangefinder.transaction;

import java.util.HashMap;
import java.util.Map;

/** Rows that were joined to the rows that reference them, so that they need no statement of their own. */
public final class Companions {

    private final Map<Projection, Map<Long, Object>> rows = new HashMap<>();

    /** Returns the mutable map of one projection, by key. */
    public Map<Long, Object> collected(Projection projection) {
        return rows.computeIfAbsent(projection, none -> new HashMap<>());
    }

    /** Returns the rows of one projection by key. Safe for concurrent readers once nothing is added any more. */
    @SuppressWarnings("unchecked") // the projection determines the entity
    public <T> Map<Long, T> of(Projection projection) {
        return (Map<Long, T>) rows.getOrDefault(projection, Map.of());
    }
}
