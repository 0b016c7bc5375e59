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

/** A schema with mutations or subscriptions stops the start. */
class QueriesOnlyTest {

    private static final String QUERY = "type Query { brand: String } ";

    @Test
    void schemaWithQueriesOnlyIsAccepted() {
        assertDoesNotThrow(() -> refine(QUERY));
    }

    @Test
    void mutationsAndSubscriptionsAreRejectedByName() {
        assertEquals(
                "This version executes queries only. Remove from the schema: Mutation.register, Mutation.revise,"
                        + " Subscription.changed",
                assertThrows(
                                ConfigurationException.class,
                                () -> refine(QUERY
                                        + "type Mutation { register: String revise: String }"
                                        + "type Subscription { changed: String }"))
                        .getMessage());
    }

    private static void refine(String schema) {
        new SchemaRefinement()
                .beforeSchemaBuild(GraphQLSchema.newSchema(new SchemaGenerator()
                        .makeExecutableSchema(new SchemaParser().parse(schema), RuntimeWiring.MOCKED_WIRING)));
    }
}
