package dev.rangefinder.node;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;

/** A feature whose rows are found by their global ids. */
public interface NodeSource {

    /** The table with the rows. The name of its entity is the name of the GraphQL type. */
    EntityTable<? extends Keyed> nodes();
}
