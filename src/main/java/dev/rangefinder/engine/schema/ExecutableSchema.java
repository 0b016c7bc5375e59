package dev.rangefinder.engine.schema;

import graphql.schema.GraphQLSchema;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Produces the {@link Executable} schema. A native executable contains the schema of the catalogue, but no configuration. */
final class ExecutableSchema {

    @Produces
    @Singleton
    @Executable
    static GraphQLSchema of(GraphQLSchema catalogue, SchemaExtension extension) {
        return extension.extend(catalogue);
    }
}
