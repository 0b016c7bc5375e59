package dev.rangefinder.filter;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All conditions of a filter type, each with one operator. */
public final class FilterConditions {

    private static final Set<String> COMBINATORS = Set.of("and", "or", "not");

    private static final Map<String, List<String>> VALUES = Map.of(
            "String", List.of("\"abc\""),
            "Boolean", List.of("true"),
            "PartialDate", List.of("\"2022-05\""));

    private FilterConditions() {}

    /** The conditions on the rows themselves. */
    public static Stream<String> ofRows(GraphQLInputObjectType filter) {
        return conditions(filter).filter(field -> !isRelation(field)).flatMap(FilterConditions::operators);
    }

    /** The conditions on related rows. */
    public static Stream<String> throughRelations(GraphQLInputObjectType filter) {
        return conditions(filter)
                .filter(FilterConditions::isRelation)
                .flatMap(relation -> input(relation).getFields().stream()
                        .flatMap(quantifier -> ofRows(input(quantifier))
                                .map(condition -> "%s: {%s: {%s}}"
                                        .formatted(relation.getName(), quantifier.getName(), condition))));
    }

    private static Stream<GraphQLInputObjectField> conditions(GraphQLInputObjectType filter) {
        return filter.getFields().stream().filter(field -> !COMBINATORS.contains(field.getName()));
    }

    private static boolean isRelation(GraphQLInputObjectField field) {
        return input(field).getField("some") != null;
    }

    private static GraphQLInputObjectType input(GraphQLInputObjectField field) {
        return (GraphQLInputObjectType) GraphQLTypeUtil.unwrapNonNull(field.getType());
    }

    private static Stream<String> operators(GraphQLInputObjectField field) {
        GraphQLInputObjectType type = input(field);
        if (type.getField("eq") == null) {
            throw new IllegalArgumentException("The operators of " + type.getName() + " are unknown");
        }
        GraphQLInputObjectField matching = type.getField("matching");
        Stream<String> conditions = type.getFields().stream()
                .filter(operator -> operator != matching)
                .flatMap(operator -> values(operator).map(value -> operator.getName() + ": " + value));
        return (matching == null ? conditions : conditions.flatMap(condition -> matched(condition, matching)))
                .map(condition -> field.getName() + ": {" + condition + "}");
    }

    private static Stream<String> matched(String condition, GraphQLInputObjectField matching) {
        return values(matching).map(value -> condition + ", " + matching.getName() + ": " + value);
    }

    private static Stream<String> values(GraphQLInputObjectField operator) {
        GraphQLType type = GraphQLTypeUtil.unwrapAll(operator.getType());
        if (type instanceof GraphQLEnumType constants) {
            return constants.getValues().stream().map(GraphQLEnumValueDefinition::getName);
        }
        String name = ((GraphQLNamedType) type).getName();
        if (!VALUES.containsKey(name)) {
            throw new IllegalArgumentException("There is no example value of the type " + name);
        }
        return VALUES.get(name).stream();
    }
}
