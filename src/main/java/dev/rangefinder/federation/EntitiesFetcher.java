package dev.rangefinder.federation;

import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.federation.Representation.KeySet;
import dev.rangefinder.relay.Keyed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the objects that other subgraphs refer to, with one statement for each type and key: Apollo Federation subgraph
 * specification, {@code Query._entities}.
 */
final class EntitiesFetcher implements LevelFetcher {

    static final String REPRESENTATIONS = "representations";

    private final Map<String, EntityType> types;
    private final int maximum;

    /**
     * Creates the fetcher.
     *
     * @param types the types by name
     * @param maximum how many objects may be looked up at once
     */
    EntitiesFetcher(Map<String, EntityType> types, int maximum) {
        this.types = types;
        this.maximum = maximum;
    }

    @Override
    public List<?> fetch(List<?> parents, Map<String, Object> arguments) {
        List<Representation> representations = read((List<?>) arguments.get(REPRESENTATIONS));
        Map<KeySet, Set<String>> values = new LinkedHashMap<>();
        for (Representation one : representations) {
            values.computeIfAbsent(one.keySet(), none -> new LinkedHashSet<>()).add(one.value());
        }
        Map<KeySet, Map<String, ? extends Keyed>> found = new LinkedHashMap<>();
        values.forEach((keys, of) -> found.put(keys, keys.type().find(keys.field(), of)));
        return Collections.singletonList(representations.stream()
                .map(one -> one.select(found.get(one.keySet())))
                .toList());
    }

    private List<Representation> read(List<?> values) {
        if (values.size() > maximum) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "`" + REPRESENTATIONS + "` has " + values.size() + " representations, but the maximum is " + maximum
                            + '.');
        }
        List<Representation> representations = new ArrayList<>();
        for (Object value : values) {
            String path = REPRESENTATIONS + '[' + representations.size() + ']';
            representations.add(Representation.of(path, value, types));
        }
        return representations;
    }
}
