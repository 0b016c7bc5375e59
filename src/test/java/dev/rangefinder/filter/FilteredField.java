package dev.rangefinder.filter;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A connection that takes a filter, and the path to it.
 *
 * @param path the fields from the query type to the type that has the connection
 */
public record FilteredField(List<GraphQLFieldDefinition> path, GraphQLFieldDefinition field) {

    public boolean isRoot() {
        return path.isEmpty();
    }

    /** The name of the connection. */
    public String name() {
        return field.getName();
    }

    /** The type of its filter. */
    public GraphQLInputObjectType filter() {
        return (GraphQLInputObjectType)
                GraphQLTypeUtil.unwrapNonNull(field.getArgument("filter").getType());
    }

    /** All values of its argument {@code orderBy}. */
    public Stream<String> orders() {
        GraphQLInputObjectType order = (GraphQLInputObjectType)
                GraphQLTypeUtil.unwrapNonNull(field.getArgument("orderBy").getType());
        return constants(order, "field")
                .flatMap(field -> constants(order, "direction").map(direction -> field + ", direction: " + direction))
                .flatMap(start ->
                        constants(order, "nulls").map(nulls -> "{field: " + start + ", nulls: " + nulls + "}"));
    }

    private static Stream<String> constants(GraphQLInputObjectType type, String field) {
        GraphQLEnumType constants = (GraphQLEnumType)
                GraphQLTypeUtil.unwrapNonNull(type.getField(field).getType());
        return constants.getValues().stream().map(GraphQLEnumValueDefinition::getName);
    }

    /**
     * A document that selects fields of the type that has the connection, from a few objects of each type on the path.
     */
    public String document(String fields) {
        return document(fields, 3);
    }

    /** The same from at most so many objects of each type. */
    public String document(String fields, int objects) {
        List<GraphQLFieldDefinition> inwards = new ArrayList<>(path);
        Collections.reverse(inwards);
        String document = "{ " + fields + " }";
        for (GraphQLFieldDefinition parent : inwards) {
            String few = parent.getArgument("first") == null ? " " : "(first: " + objects + ") ";
            document = "{ " + parent.getName() + few + document + " }";
        }
        return document;
    }

    @Override
    public String toString() {
        return Stream.concat(path.stream(), Stream.of(field))
                .map(GraphQLFieldDefinition::getName)
                .collect(Collectors.joining(" "));
    }
}
