package dev.rangefinder.engine.schema;

import graphql.schema.GraphQLSchema;

/** Adds to the schema of the catalogue, when the service starts, what depends on its configuration. */
public interface SchemaExtension {

    /** Returns the schema with what it adds; the same schema when it adds nothing. */
    GraphQLSchema extend(GraphQLSchema schema);
}
