package dev.rangefinder.federation;

import static graphql.schema.FieldCoordinates.coordinates;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import dev.rangefinder.engine.schema.PlainFetcher;
import dev.rangefinder.engine.schema.SchemaExtension;
import dev.rangefinder.node.Nodes;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Adds the fields by which a router uses a subgraph, if enabled: Apollo Federation subgraph specification. */
@Singleton
final class FederatedSchema implements SchemaExtension {

    private static final String ENTITIES = "_entities";
    private static final String SERVICE = "_service";
    private static final String SDL = "sdl";

    /** Entities are named like their types. */
    private static final TypeResolver BY_CLASS = environment -> environment
            .getSchema()
            .getObjectType(environment.getObject().getClass().getSimpleName());

    private final Nodes nodes;
    private final FederationConfig config;

    FederatedSchema(Nodes nodes, FederationConfig config) {
        this.nodes = nodes;
        this.config = config;
    }

    @Override
    public GraphQLSchema extend(GraphQLSchema schema) {
        return config.enabled() ? federated(schema) : schema;
    }

    private GraphQLSchema federated(GraphQLSchema schema) {
        Map<String, EntityType> types = new TreeMap<>();
        nodes.types().forEach(type -> types.put(type, EntityType.of(nodes.table(type), schema)));
        GraphQLUnionType entity = entity(types);
        GraphQLObjectType service = service();
        GraphQLFieldDefinition entities = entities(entity);
        GraphQLFieldDefinition itself = field(SERVICE, service, "This subgraph.");
        GraphQLObjectType query =
                schema.getQueryType().transform(with -> with.field(entities).field(itself));
        PlainFetcher subgraph = parent -> SERVICE; // any object, because its field does not read it
        GraphQLCodeRegistry registry = schema.getCodeRegistry()
                .transform(with -> with.typeResolver(entity, BY_CLASS)
                        .dataFetcher(coordinates(query, entities), new EntitiesFetcher(types, config.representations()))
                        .dataFetcher(coordinates(query, itself), subgraph)
                        .dataFetcher(coordinates(service.getName(), SDL), sdl(schema, types)));
        return schema.transform(with -> with.query(query).codeRegistry(registry));
    }

    /** The schema is printed for the first router that requests it. */
    private static PlainFetcher sdl(GraphQLSchema schema, Map<String, EntityType> types) {
        AtomicReference<@Nullable String> printed = new AtomicReference<>();
        return parent -> printed.updateAndGet(text -> text == null ? SubgraphSchema.print(schema, types) : text);
    }

    private static GraphQLFieldDefinition entities(GraphQLUnionType entity) {
        GraphQLScalarType any = GraphQLScalarType.newScalar()
                .name("_Any")
                .description("The type (`__typename`) and a key of an object, such as `slug`.")
                .coercing(AnyScalar.INSTANCE)
                .build();
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(ENTITIES)
                .description(
                        "The objects with the given types and keys, in the same order. Null for each object that does not exist.")
                .argument(GraphQLArgument.newArgument()
                        .name(EntitiesFetcher.REPRESENTATIONS)
                        .description("The type and a key of each object.")
                        .type(nonNull(list(nonNull(any)))))
                .type(nonNull(list(entity)))
                .build();
    }

    private static GraphQLUnionType entity(Map<String, EntityType> types) {
        GraphQLUnionType.Builder union = GraphQLUnionType.newUnionType()
                .name("_Entity")
                .description("An object that other subgraphs can refer to by a key.");
        types.keySet().forEach(type -> union.possibleType(GraphQLTypeReference.typeRef(type)));
        return union.build();
    }

    private static GraphQLObjectType service() {
        GraphQLFieldDefinition sdl =
                field(SDL, Scalars.GraphQLString, "The schema of this subgraph in the schema definition language.");
        return GraphQLObjectType.newObject()
                .name("_Service")
                .description("What the composition of a supergraph needs to know of a subgraph.")
                .field(sdl)
                .build();
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type, String description) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .description(description)
                .type(nonNull(type))
                .build();
    }
}
