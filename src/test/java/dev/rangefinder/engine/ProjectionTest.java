package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.engine.schema.PropertyFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations read only those columns of entities that their document needs. */
@QuarkusTest
class ProjectionTest {

    @Inject
    GraphQLSchema schema;

    @Test
    void everyPlainFieldOfAnEntityDeclaresThePropertiesItReads() {
        List<String> fields = new ArrayList<>();
        List<String> undeclared = new ArrayList<>();
        for (GraphQLObjectType type : schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .toList()) {
            for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                DataFetcher<?> fetcher = schema.getCodeRegistry().getDataFetcher(type, field);
                if (fetcher instanceof PropertyFetcher property
                        && property.owner().isAnnotationPresent(Entity.class)) {
                    fields.add(type.getName() + '.' + field.getName());
                    if (property.reads() == null) {
                        undeclared.add(type.getName() + '.' + field.getName());
                    }
                }
            }
        }
        assertTrue(fields.contains("Brand.name") && fields.contains("Launch.price"), fields::toString);
        assertEquals(List.of(), undeclared);
    }
}
