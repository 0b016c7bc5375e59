package dev.rangefinder.engine.schema;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.FacetValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the objects that values of facets refer to: one statement for each table. */
enum FacetNodeFetcher implements LevelFetcher {
    INSTANCE;

    @Override
    public List<?> fetch(List<?> values, Map<String, Object> arguments) {
        Map<EntityTable<?>, List<Long>> keys = new LinkedHashMap<>();
        for (Object one : values) {
            FacetValue value = (FacetValue) one;
            if (value.key() != null) {
                keys.computeIfAbsent(value.table(), table -> new ArrayList<>()).add(value.key());
            }
        }
        Map<EntityTable<?>, Map<Long, ? extends Keyed>> found = new HashMap<>();
        keys.forEach((table, referenced) -> found.put(table, table.byKey(referenced)));
        List<@Nullable Object> nodes = new ArrayList<>(values.size());
        for (Object one : values) {
            FacetValue value = (FacetValue) one;
            nodes.add(value.key() == null ? null : found.get(value.table()).get(value.key()));
        }
        return nodes;
    }
}
