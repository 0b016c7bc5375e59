package dev.rangefinder.graphql;

import dev.rangefinder.sql.Table;

/** A feature whose rows are found by their global ids. */
public interface NodeSource {

    /** The table with the rows. The name of its entity is the name of the GraphQL type. */
    Table<? extends Entity> nodes();
}
