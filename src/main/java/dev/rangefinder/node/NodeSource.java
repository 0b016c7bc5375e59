package dev.rangefinder.node;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;

/** A feature whose records can be found by global id. */
public interface NodeSource {

    /** The table of the records. The name of its entity is the name of the GraphQL type. */
    EntityTable<? extends Keyed> nodes();
}
