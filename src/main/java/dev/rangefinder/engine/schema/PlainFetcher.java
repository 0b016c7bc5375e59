package dev.rangefinder.engine.schema;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/** Reads a field of the schema out of the object that it belongs to. */
public interface PlainFetcher extends DataFetcher<Object> {

    /** The value of the field. */
    @Nullable Object read(Object parent) throws Exception;

    /** The value of the field, where graphql-java executes fields by itself. */
    @Override
    default @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return read(environment.getSource());
    }
}
