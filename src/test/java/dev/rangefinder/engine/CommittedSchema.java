package dev.rangefinder.engine;

import dev.rangefinder.filter.FilteredField;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The committed schema, for tests that cover all of it, including later additions. {@link SchemaTest} compares it with
 * the schema of the service.
 */
public final class CommittedSchema {

    /** The file of the schema. */
    public static final Path FILE = Path.of("src", "test", "resources", "schema.graphql");

    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(FILE.toFile()));

    private static final List<FilteredField> FILTERED = filteredFields();

    private CommittedSchema() {}

    /** The connections of the query type that take a filter. */
    public static List<FilteredField> connections() {
        return FILTERED.stream().filter(FilteredField::isRoot).toList();
    }

    /** The connections of all other types that take a filter, each with its shortest path. */
    public static List<FilteredField> relations() {
        return FILTERED.stream().filter(field -> !field.isRoot()).toList();
    }

    /** For each type of filter, the connection nearest to the query type that takes it. */
    public static List<FilteredField> filters() {
        Set<String> types = new HashSet<>();
        return FILTERED.stream()
                .filter(field -> types.add(field.filter().getName()))
                .toList();
    }

    /** The facets of a connection. */
    public static Stream<String> facetsOf(FilteredField connection) {
        GraphQLObjectType type =
                (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(connection.field().getType());
        GraphQLFieldDefinition facets = type.getFieldDefinition("facets");
        return facets == null
                ? Stream.empty()
                : ((GraphQLEnumType) GraphQLTypeUtil.unwrapAll(
                                facets.getArgument("by").getType()))
                        .getValues().stream().map(GraphQLEnumValueDefinition::getName);
    }

    /** The filter of a type; empty when its connections take none. */
    public static Optional<GraphQLInputObjectType> filterOf(GraphQLObjectType type) {
        return Optional.ofNullable((GraphQLInputObjectType) SCHEMA.getType(type.getName() + "Filter"));
    }

    /** Whether some connection takes a filter of a type. */
    public static boolean hasConnection(GraphQLObjectType type) {
        return filters().stream().anyMatch(field -> field.filter().getName().equals(type.getName() + "Filter"));
    }

    /** The types of nodes. */
    public static List<GraphQLObjectType> nodes() {
        return SCHEMA.getImplementations(SCHEMA.getTypeAs("Node"));
    }

    /** The fields of nodes that lead to one other node. */
    public static Map<FieldCoordinates, GraphQLObjectType> references() {
        Map<FieldCoordinates, GraphQLObjectType> found = new LinkedHashMap<>();
        nodes().forEach(type -> type.getFields().stream()
                .filter(field -> isNode(GraphQLTypeUtil.unwrapNonNull(field.getType())))
                .forEach(field -> found.put(FieldCoordinates.coordinates(type, field), type)));
        return found;
    }

    private static boolean isNode(GraphQLType type) {
        return type instanceof GraphQLObjectType object
                && object.getInterfaces().stream()
                        .anyMatch(one -> ((GraphQLNamedType) one).getName().equals("Node"));
    }

    private static List<FilteredField> filteredFields() {
        List<FilteredField> found = new ArrayList<>();
        Set<GraphQLObjectType> visited = new HashSet<>(Set.of(SCHEMA.getQueryType()));
        Queue<Map.Entry<GraphQLObjectType, List<GraphQLFieldDefinition>>> next =
                new ArrayDeque<>(List.of(Map.entry(SCHEMA.getQueryType(), List.of())));
        while (!next.isEmpty()) {
            List<GraphQLFieldDefinition> path = next.peek().getValue();
            for (GraphQLFieldDefinition field : next.remove().getKey().getFields()) {
                if (field.getArgument("filter") != null) {
                    found.add(new FilteredField(path, field));
                }
                if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type
                        && hasNoRequiredArguments(field)
                        && visited.add(type)) {
                    List<GraphQLFieldDefinition> longer = new ArrayList<>(path);
                    longer.add(field);
                    next.add(Map.entry(type, longer));
                }
            }
        }
        return found;
    }

    private static boolean hasNoRequiredArguments(GraphQLFieldDefinition field) {
        return field.getArguments().stream().noneMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType()));
    }
}
