package dev.rangefinder.node;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that has a global id, whichever feature it belongs to. */
@ApplicationScoped
public class Nodes {

    private final Map<String, EntityTable<? extends Keyed>> tables;

    Nodes(@All List<NodeSource> sources) {
        this.tables = sources.stream()
                .map(NodeSource::nodes)
                .collect(Collectors.toMap(table -> table.type().getSimpleName(), Function.identity()));
    }

    /** Whether there is such a type. */
    boolean knows(String type) {
        return tables.containsKey(type);
    }

    /** The objects with these ids, in their order, by one statement for each type; null stands where there is none. */
    public List<@Nullable Node> find(List<GlobalId> ids) {
        Map<String, List<Long>> keys = ids.stream()
                .collect(Collectors.groupingBy(GlobalId::type, Collectors.mapping(GlobalId::key, Collectors.toList())));
        Map<String, Map<Long, ? extends Keyed>> found = new HashMap<>();
        keys.forEach((type, ofType) -> found.put(type, tables.get(type).byKey(ofType)));
        return ids.stream()
                .map(id -> (@Nullable Node) found.get(id.type()).get(id.key()))
                .toList();
    }

    /** What a property of an object holds; null as well when clients know of no such property. */
    public @Nullable Object valueOf(Node node, String property) {
        boolean hidden = property.equals("key") || property.endsWith("Id"); // the identities inside the database
        return hidden ? null : tables.get(node.getClass().getSimpleName()).valueOf(node, property);
    }
}
