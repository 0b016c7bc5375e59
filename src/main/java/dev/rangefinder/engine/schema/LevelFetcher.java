package dev.rangefinder.engine.schema;

import dev.rangefinder.relay.Connection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves a field of the schema for all objects of a level by one call. */
public interface LevelFetcher extends DataFetcher<Object> {

    /**
     * The value of the field for each object.
     *
     * @param parents the objects
     * @param arguments the coerced arguments of the field
     * @return the values, in the order of the objects; an exception is the failure of one of them, and a {@link Connection} may
     *     be a {@linkplain Connection#failure failure}
     */
    List<?> fetch(List<?> parents, Map<String, Object> arguments) throws Exception;

    /** The value of the field for one object, for the execution strategy of graphql-java. */
    @Override
    default @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Object parent = environment.getSource();
        Object value = fetch(Collections.singletonList(parent), environment.getArguments())
                .get(0);
        Exception failure = failureOf(value);
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    /** The reason why a value is a failure; null if it is not. */
    static @Nullable Exception failureOf(@Nullable Object value) {
        if (value instanceof Exception failure) {
            return failure;
        }
        return value instanceof Connection<?> page ? page.failure() : null;
    }
}
