package dev.rangefinder.engine.schema;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rejects a schema with mutations or subscriptions. Operations run in a read-only transaction and are retried when a replica is
 * unusable, so that a mutation would fail or be executed twice.
 */
final class QueriesOnly {

    private QueriesOnly() {}

    /**
     * Checks a schema.
     *
     * @throws ConfigurationException when it has other operations, which stops the start
     */
    static void check(GraphQLSchema schema) {
        List<String> fields = Stream.of(schema.getMutationType(), schema.getSubscriptionType())
                .filter(Objects::nonNull)
                .flatMap(QueriesOnly::fields)
                .toList();
        if (!fields.isEmpty()) {
            throw new ConfigurationException(
                    "This version executes queries only. Remove from the schema: " + String.join(", ", fields));
        }
    }

    private static Stream<String> fields(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream().map(field -> type.getName() + '.' + field.getName());
    }
}
