package dev.rangefinder.engine.schema;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of a schema that a field, an argument or an input field references, and the members of such unions. */
record ReferredTypes(Set<String> names) {

    static ReferredTypes of(GraphQLSchema schema) {
        Set<String> names = schema.getAllTypesAsList().stream()
                .flatMap(ReferredTypes::types)
                .map(type -> GraphQLTypeUtil.unwrapAll(type).getName())
                .collect(Collectors.toCollection(HashSet::new));
        schema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLUnionType && names.contains(type.getName()))
                .flatMap(union -> ((GraphQLUnionType) union).getTypes().stream())
                .forEach(member -> names.add(member.getName()));
        return new ReferredTypes(names);
    }

    boolean contains(GraphQLType type) {
        return type instanceof GraphQLNamedType named && names.contains(named.getName());
    }

    private static Stream<GraphQLType> types(GraphQLNamedType of) {
        if (of instanceof GraphQLFieldsContainer type) {
            return type.getFieldDefinitions().stream()
                    .flatMap(field -> Stream.concat(
                            Stream.of(field.getType()),
                            field.getArguments().stream().map(GraphQLArgument::getType)));
        }
        return of instanceof GraphQLInputObjectType input
                ? input.getFields().stream().map(GraphQLInputObjectField::getType)
                : Stream.empty();
    }
}
