package dev.rangefinder.engine.schema;

import dev.rangefinder.mutation.Change;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads the record that a mutation has changed. Its level has one payload, because each mutation is one field. */
enum ChangedNodeFetcher implements LevelFetcher {
    INSTANCE;

    @Override
    public List<?> fetch(List<?> parents, Map<String, Object> arguments) {
        return Collections.singletonList(((Change<?>) parents.get(0)).getNode());
    }
}
