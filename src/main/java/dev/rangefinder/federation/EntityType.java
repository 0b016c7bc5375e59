package dev.rangefinder.federation;

import dev.rangefinder.engine.schema.PropertyFetcher;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A type whose objects other subgraphs can refer to.
 *
 * @param table the table of the objects
 * @param keys the fields that identify an object, the global ID first
 */
record EntityType(EntityTable<? extends Keyed> table, List<String> keys) {

    private static final String ID = "id";

    static EntityType of(EntityTable<? extends Keyed> table, GraphQLSchema schema) {
        if (table.name() == null) {
            return new EntityType(table, List.of(ID));
        }
        GraphQLObjectType type = schema.getObjectType(table.type().getSimpleName());
        String name = type.getFields().stream()
                .filter(field -> reads(table.name(), type, field, schema))
                .map(GraphQLFieldDefinition::getName)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No field for the name of " + type.getName()));
        return new EntityType(table, List.of(ID, name));
    }

    private static boolean reads(
            String property, GraphQLObjectType type, GraphQLFieldDefinition field, GraphQLSchema schema) {
        return schema.getCodeRegistry().getDataFetcher(type, field) instanceof PropertyFetcher fetcher
                && Set.of(property).equals(fetcher.reads());
    }

    String name() {
        return table.type().getSimpleName();
    }

    /** Finds the objects with these values of a key, by value. Values without an object are left out. */
    Map<String, ? extends Keyed> find(String key, Collection<String> values) {
        return key.equals(ID) ? findByIds(values) : table.byName(values);
    }

    private Map<String, Keyed> findByIds(Collection<String> ids) {
        Map<String, Long> keys = new HashMap<>();
        for (String id : ids) {
            GlobalId.parse(id)
                    .filter(decoded -> decoded.type().equals(name()))
                    .ifPresent(decoded -> keys.put(id, decoded.key()));
        }
        Map<Long, ? extends Keyed> rows = table.byKey(keys.values());
        Map<String, Keyed> found = new HashMap<>();
        rows.forEach((key, row) -> found.put(GlobalId.encode(name(), key), row));
        return found;
    }

    /** Whether a key of an object that was found by its ID has this value, too. */
    boolean matches(Keyed object, String key, String value) {
        return key.equals(ID) || value.equals(table.valueOf(object, table.name()));
    }
}
