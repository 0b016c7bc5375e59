package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rangefinder.engine.schema.SchemaRefinement;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

/** A schema with subscriptions stops the start. */
class NoSubscriptionsTest {

    private static final String QUERY = "type Query { brand: String } ";

    @Test
    void schemaWithQueriesAndMutationsIsAccepted() {
        assertDoesNotThrow(() -> refine(QUERY));
        assertDoesNotThrow(() -> refine(QUERY + "type Mutation { register: String }"));
    }

    @Test
    void subscriptionsAreRejectedByName() {
        assertEquals(
                "This version executes queries and mutations only. Remove these subscriptions: changed, removed",
                assertThrows(
                                ConfigurationException.class,
                                () -> refine(QUERY + "type Subscription { changed: String removed: String }"))
                        .getMessage());
    }

    private static void refine(String schema) {
        new SchemaRefinement()
                .beforeSchemaBuild(GraphQLSchema.newSchema(new SchemaGenerator()
                        .makeExecutableSchema(new SchemaParser().parse(schema), RuntimeWiring.MOCKED_WIRING)));
    }
}
