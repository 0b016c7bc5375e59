package dev.rangefinder.engine.schema;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/** Reads a field of the schema from its parent object. */
public interface PlainFetcher extends DataFetcher<Object> {

    /** Returns the value of the field. */
    @Nullable Object read(Object parent) throws Exception;

    /** For fields that graphql-java executes itself. */
    @Override
    default @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return read(environment.getSource());
    }
}
