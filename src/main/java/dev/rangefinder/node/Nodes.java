package dev.rangefinder.node;

import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds objects of any feature by global id. */
@ApplicationScoped
public class Nodes {

    private final Map<String, EntityTable<? extends Keyed>> tables;

    Nodes(@All List<NodeSource> sources) {
        this.tables = sources.stream()
                .flatMap(source -> source.nodes().stream())
                .collect(Collectors.toMap(table -> table.type().getSimpleName(), Function.identity()));
    }

    /**
     * Decodes the global id of an object of any type.
     *
     * @throws InputException with code {@code INVALID_ID} when this service does not issue such an id
     */
    public GlobalId decode(String id) {
        GlobalId decoded = GlobalId.decode(id);
        if (!knows(decoded.type())) {
            throw GlobalId.invalid(null);
        }
        return decoded;
    }

    /** Whether objects of this type have global ids. */
    public boolean knows(String type) {
        return tables.containsKey(type);
    }

    /** The types whose objects have global ids. */
    public Set<String> types() {
        return tables.keySet();
    }

    /** The table of a type whose objects have global ids. */
    public EntityTable<? extends Keyed> table(String type) {
        return tables.get(type);
    }

    /** The objects with these ids, in the same order, read by one statement per type; null where no object has the id. */
    public List<@Nullable Node> find(List<GlobalId> ids) {
        Map<String, List<Long>> keys = ids.stream()
                .collect(Collectors.groupingBy(GlobalId::type, Collectors.mapping(GlobalId::key, Collectors.toList())));
        Map<String, Map<Long, ? extends Keyed>> found = new HashMap<>();
        keys.forEach((type, ofType) -> found.put(type, tables.get(type).byKey(ofType)));
        return ids.stream()
                .map(id -> (@Nullable Node) found.get(id.type()).get(id.key()))
                .toList();
    }
}
