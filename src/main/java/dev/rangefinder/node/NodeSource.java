package dev.rangefinder.node;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import java.util.List;

/** A feature whose records can be found by global id. */
public interface NodeSource {

    /** The tables of the records. The name of an entity is the name of its GraphQL type. */
    List<EntityTable<? extends Keyed>> nodes();
}
