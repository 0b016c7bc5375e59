package dev.rangefinder.engine;

import static graphql.Scalars.GraphQLString;
import static graphql.introspection.Introspection.DirectiveLocation.ARGUMENT_DEFINITION;
import static graphql.introspection.Introspection.DirectiveLocation.ENUM_VALUE;
import static graphql.introspection.Introspection.DirectiveLocation.FIELD_DEFINITION;
import static graphql.introspection.Introspection.DirectiveLocation.INPUT_FIELD_DEFINITION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.engine.schema.SchemaVocabulary;
import graphql.GraphQL;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.SchemaTransformer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts that are deprecated in Java are deprecated in introspection, in a schema like those of SmallRye. */
@SuppressWarnings("deprecation") // SmallRye builds directives by the deprecated API
class DeprecationTest {

    private final GraphQLEnumType colour = GraphQLEnumType.newEnum()
            .name("Colour")
            .value(GraphQLEnumValueDefinition.newEnumValueDefinition()
                    .name("RED")
                    .value("RED")
                    .withDirectives(deprecated("No red any more"))
                    .build())
            .value("BLUE")
            .build();

    private final GraphQLInputObjectType filter = GraphQLInputObjectType.newInputObject()
            .name("Filter")
            .field(GraphQLInputObjectField.newInputObjectField()
                    .name("colour")
                    .type(colour)
                    .withDirectives(deprecated("No colours any more")))
            .build();

    private final GraphQLFieldDefinition things = GraphQLFieldDefinition.newFieldDefinition()
            .name("things")
            .type(GraphQLString)
            .withDirectives(deprecated(null))
            .argument(GraphQLArgument.newArgument()
                    .name("filter")
                    .type(filter)
                    .withDirectives(deprecated("No filter any more")))
            .build();

    private static GraphQLDirective deprecated(String reason) {
        return GraphQLDirective.newDirective()
                .name("deprecated")
                .validLocations(FIELD_DEFINITION, ARGUMENT_DEFINITION, INPUT_FIELD_DEFINITION, ENUM_VALUE)
                .argument(GraphQLArgument.newArgument()
                        .name("reason")
                        .type(GraphQLString)
                        .valueProgrammatic(reason))
                .build();
    }

    private final GraphQL graphQL = GraphQL.newGraphQL(SchemaTransformer.transformSchema(
                    GraphQLSchema.newSchema()
                            .query(GraphQLObjectType.newObject().name("Query").field(things))
                            .build(),
                    new SchemaVocabulary()))
            .build();

    @Test
    void introspectionReportsDeprecatedField() {
        assertEquals(
                "[{name=things, isDeprecated=true, deprecationReason=No longer supported}]",
                introspect("Query", "fields"));
    }

    @Test
    void introspectionReportsDeprecatedEnumConstant() {
        assertEquals(
                "[{name=RED, isDeprecated=true, deprecationReason=No red any more}, "
                        + "{name=BLUE, isDeprecated=false, deprecationReason=null}]",
                introspect("Colour", "enumValues"));
    }

    @Test
    void introspectionReportsDeprecatedInputField() {
        assertEquals(
                "[{name=colour, isDeprecated=true, deprecationReason=No colours any more}]",
                introspect("Filter", "inputFields"));
    }

    @Test
    void introspectionReportsDeprecatedArgument() {
        Map<String, Map<String, List<Map<String, Object>>>> data =
                graphQL.execute("""
                        { __type(name: "Query") { fields(includeDeprecated: true) {
                          args(includeDeprecated: true) { name isDeprecated deprecationReason } } } }""").getData();
        assertEquals(
                "[{args=[{name=filter, isDeprecated=true, deprecationReason=No filter any more}]}]",
                data.get("__type").get("fields").toString());
    }

    private String introspect(String type, String members) {
        Map<String, Map<String, Object>> data = graphQL.execute(
                        "{ __type(name: \"%s\") { %s(includeDeprecated: true) { name isDeprecated deprecationReason } } }"
                                .formatted(type, members))
                .getData();
        return data.get("__type").get(members).toString();
    }
}
