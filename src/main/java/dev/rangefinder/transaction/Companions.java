package dev.rangefinder.transaction;

import java.util.HashMap;
import java.util.Map;

/** The rows that came along with those that name them, so that nothing is asked of the database for them any more. */
public final class Companions {

    private final Map<Projection, Map<Long, Object>> rows = new HashMap<>();

    /** Those of one kind, by key, so that more can be added. */
    public Map<Long, Object> collected(Projection projection) {
        return rows.computeIfAbsent(projection, none -> new HashMap<>());
    }

    /** Those of one kind, by key. Threads may ask at the same time, when nothing is added any more. */
    @SuppressWarnings("unchecked") // the projection says of which entity the rows are
    public <T> Map<Long, T> of(Projection projection) {
        return (Map<Long, T>) rows.getOrDefault(projection, Map.of());
    }
}
