package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.OptionalFeaturesProfile;
import dev.rangefinder.engine.schema.Executable;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entities that a router looks up get the same answers from execution by level and from graphql-java. */
@QuarkusTest
@TestProfile(OptionalFeaturesProfile.class)
class EntitiesEquivalenceTest {

    private static final String QUERY = """
            query ($representations: [_Any!]!) {
              _entities(representations: $representations) {
                __typename
                ... on Brand { name devices(first: 2) { nodes { slug brand { slug } } } }
                ... on Device { name launches(first: 2) { totalCount nodes { market { code } } } }
                ... on Market { code name }
              }
              again: _entities(representations: [{__typename: "Device", slug: "device-0000002"}]) { ... on Node { id } }
              _service { __typename }
            }""";

    private static final String SIZE = """
            set local generate.brands = 24;       set local generate.partnerships = 30;
            set local generate.devices = 60;      set local generate.markets = 10;
            set local generate.launches = 240;
            """;

    @Inject
    @Executable
    GraphQLSchema schema;

    @Test
    void entitiesAreTheSameInBothStrategies() throws Exception {
        try (AgroalDataSource database = TestDatabase.filled("same_entities", SIZE, "generate.sql")) {
            Strategies strategies = new Strategies(schema, TestDatabase.reads(database));
            Outcome found = compare(
                    strategies,
                    List.of(
                            Map.of("__typename", "Device", "slug", "device-0000001"),
                            Map.of("__typename", "Brand", "slug", "nobody"),
                            Map.of("__typename", "Brand", "slug", "brand-00001"),
                            Map.of("__typename", "Device", "slug", "device-0000002"),
                            Map.of("__typename", "Device", "slug", "device-0000001"),
                            Map.of("__typename", "Market", "id", "made up")));
            assertTrue(found.data().contains("launches"), found::toString);
            Outcome failed = compare(strategies, List.of(Map.of("__typename", "Device")));
            assertEquals(1, failed.errors().size(), failed::toString);
        }
    }

    private static Outcome compare(Strategies strategies, List<?> representations) {
        Strategies.Prepared document =
                strategies.prepare(new GeneratedDocument(0, QUERY, null, Map.of("representations", representations)));
        Outcome outcome = Outcome.of(document.byLevel());
        assertEquals(Outcome.of(document.byParent()), outcome);
        return outcome;
    }
}
