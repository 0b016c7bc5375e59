package dev.rangefinder.engine.schema;

import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;
import static graphql.util.TreeTransformerUtil.changeNode;

import dev.rangefinder.store.Facet;
import dev.rangefinder.store.Facets;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds the field {@code facets} to each connection whose filter has facets, and an enum with them. */
final class FacetFields extends GraphQLTypeVisitorStub {

    private static final String FIELD = "facets";

    /** The enum of the facets of each connection, by the name of the type of the connection. */
    private final Map<String, GraphQLEnumType> enums = new HashMap<>();

    private FacetFields(Map<String, Class<?>> criteria) {
        Map<Class<?>, List<Facet>> facets = new HashMap<>();
        criteria.forEach((connection, filter) -> {
            List<Facet> found = facets.computeIfAbsent(filter, Facets::of);
            if (!found.isEmpty()) {
                enums.put(connection, enumOf(filter, found));
            }
        });
    }

    /**
     * Adds the fields to a schema.
     *
     * @param criteria the criteria of the filter of each connection, by the name of the type of the connection
     */
    static GraphQLSchema addTo(GraphQLSchema schema, Map<String, Class<?>> criteria) {
        FacetFields fields = new FacetFields(criteria);
        if (fields.enums.isEmpty()) {
            return schema;
        }
        GraphQLCodeRegistry.Builder registry = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
        Set<GraphQLType> types = new HashSet<>(FacetTypes.of(registry));
        Map<String, GraphQLEnumType> byName = new HashMap<>();
        fields.enums.forEach((connection, type) -> {
            byName.putIfAbsent(type.getName(), type);
            registry.dataFetcher(
                    FieldCoordinates.coordinates(connection, FIELD), (DataFetcher<?>) FacetFetcher.INSTANCE);
        });
        types.addAll(byName.values());
        GraphQLSchema typed =
                schema.transform(with -> with.additionalTypes(types).codeRegistry(registry.build()));
        return SchemaTransformer.transformSchema(typed, fields);
    }

    private static GraphQLEnumType enumOf(Class<?> filter, List<Facet> facets) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum()
                .name(filter.getSimpleName().replaceFirst("Filter$", "Facet"))
                .description("A property whose values the items of a connection are counted by.");
        facets.forEach(facet -> type.value(facet.name(), facet, facet.description()));
        return type.build();
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
            GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLEnumType facets = enums.get(type.getName());
        return facets == null
                ? TraversalControl.CONTINUE
                : changeNode(context, type.transform(with -> with.field(field(facets))));
    }

    private static GraphQLFieldDefinition field(GraphQLEnumType facets) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(FIELD)
                .description(
                        "The values that the items of the connection have, for each requested facet, with the number of items. Only items that match the filter are counted, whatever the page.")
                .type(nonNull(GraphQLList.list(nonNull(typeRef(FacetTypes.FACET)))))
                .argument(argument(
                                FacetFetcher.BY,
                                nonNull(GraphQLList.list(nonNull(typeRef(facets.getName())))),
                                "The facets.")
                        .build())
                .argument(argument(
                                FacetFetcher.EXCLUDING_OWN,
                                typeRef("Boolean"),
                                "Whether the conditions of the filter on the property of a facet are left out for that facet, so that its other values remain visible: those that all items must meet, and alternatives of nothing but such conditions.")
                        .defaultValueProgrammatic(false)
                        .build())
                .argument(argument(
                                FacetFetcher.FIRST,
                                typeRef("Int"),
                                "The maximum number of values of each facet: 1 to 100.")
                        .defaultValueProgrammatic(FacetFetcher.DEFAULT)
                        .build())
                .argument(argument(
                                FacetFetcher.AFTER,
                                typeRef("String"),
                                "Returns only values after this cursor, which is one of the only facet in `by`.")
                        .build())
                .build();
    }

    private static GraphQLArgument.Builder argument(String name, GraphQLInputType type, String description) {
        return GraphQLArgument.newArgument().name(name).description(description).type(type);
    }
}
