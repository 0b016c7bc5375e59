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
import java.util.function.Function;
import java.util.stream.Stream;

/** All conditions of a filter type, each with one operator. */
public final class FilterConditions {

    private static final Set<String> COMBINATORS = Set.of("and", "or", "not");

    private static final Map<String, List<String>> VALUES = Map.of(
            "String", List.of("\"abc\""),
            "Boolean", List.of("true"),
            "Int", List.of("7"),
            "Decimal", List.of("99.5"),
            "PartialDate", List.of("\"2022-05\""));

    private FilterConditions() {}

    /** The conditions on the rows themselves. */
    public static Stream<String> ofRows(GraphQLInputObjectType filter) {
        return conditions(filter).filter(field -> !isRelation(field)).flatMap(FilterConditions::operators);
    }

    /** The conditions on related rows. */
    public static Stream<String> throughRelations(GraphQLInputObjectType filter) {
        return related(filter, FilterConditions::ofRows);
    }

    /** One condition for each path of two or three relations, with each combination of quantifiers. */
    public static Stream<String> throughSeveralRelations(GraphQLInputObjectType filter) {
        return related(filter, first -> related(first, FilterConditions::firstHereAndBeyond));
    }

    private static Stream<String> firstHereAndBeyond(GraphQLInputObjectType second) {
        return Stream.concat(first(second), related(second, FilterConditions::first));
    }

    private static Stream<String> first(GraphQLInputObjectType filter) {
        return ofRows(filter).limit(1);
    }

    private static Stream<String> related(
            GraphQLInputObjectType filter, Function<GraphQLInputObjectType, Stream<String>> conditions) {
        return conditions(filter)
                .filter(FilterConditions::isRelation)
                .flatMap(relation -> input(relation).getFields().stream()
                        .flatMap(quantifier -> conditions
                                .apply(input(quantifier))
                                .map(condition -> "%s: {%s: {%s}}"
                                        .formatted(relation.getName(), quantifier.getName(), condition))));
    }

    private static Stream<GraphQLInputObjectField> conditions(GraphQLInputObjectType filter) {
        return filter.getFields().stream().filter(field -> !COMBINATORS.contains(field.getName()));
    }

    private static boolean isRelation(GraphQLInputObjectField field) {
        return GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLInputObjectType type
                && type.getField("some") != null;
    }

    private static GraphQLInputObjectType input(GraphQLInputObjectField field) {
        return (GraphQLInputObjectType) GraphQLTypeUtil.unwrapNonNull(field.getType());
    }

    private static Stream<String> operators(GraphQLInputObjectField field) {
        if (!(GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLInputObjectType type)) {
            return values(field).map(value -> field.getName() + ": " + value);
        }
        GraphQLInputObjectField matching = type.getField("matching");
        Stream<String> conditions = type.getFields().stream()
                .filter(operator -> operator != matching && !isRequired(operator))
                .flatMap(operator -> values(operator).map(value -> operator.getName() + ": " + value));
        for (GraphQLInputObjectField required :
                type.getFields().stream().filter(FilterConditions::isRequired).toList()) {
            conditions = conditions.flatMap(condition -> with(condition, required));
        }
        return (matching == null ? conditions : conditions.flatMap(condition -> with(condition, matching)))
                .map(condition -> field.getName() + ": {" + condition + "}");
    }

    /** An amount is compared only in a currency, and a value in its unit. */
    private static boolean isRequired(GraphQLInputObjectField operator) {
        return Set.of("currency", "unit").contains(operator.getName());
    }

    private static Stream<String> with(String condition, GraphQLInputObjectField other) {
        return values(other).map(value -> condition + ", " + other.getName() + ": " + value);
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
