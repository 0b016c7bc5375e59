package dev.rangefinder.engine.schema;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.stream.Collectors;

/** Rejects a schema with subscriptions, because this version would execute them as queries. */
final class NoSubscriptions {

    private NoSubscriptions() {}

    /**
     * Checks a schema.
     *
     * @throws ConfigurationException when it has subscriptions, which stops the start
     */
    static void check(GraphQLSchema schema) {
        GraphQLObjectType type = schema.getSubscriptionType();
        if (type != null && !type.getFieldDefinitions().isEmpty()) {
            String fields = type.getFieldDefinitions().stream()
                    .map(GraphQLFieldDefinition::getName)
                    .collect(Collectors.joining(", "));
            throw new ConfigurationException(
                    "This version executes queries and mutations only. Remove these subscriptions: " + fields);
        }
    }
}
