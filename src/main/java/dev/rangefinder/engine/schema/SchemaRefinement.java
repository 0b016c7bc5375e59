package dev.rangefinder.engine.schema;

import dev.rangefinder.engine.document.AsOfDirective;
import dev.rangefinder.engine.document.DirectiveRule;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.EventingService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Customizes the schema while SmallRye builds it: registers an {@link OperationFetcher} for each operation, and applies {@link
 * GenericTypes} and {@link SchemaVocabulary}. Discovered through {@code META-INF/services}.
 */
public final class SchemaRefinement implements EventingService {

    private final List<Operation> operations = new ArrayList<>();

    @Override
    public @Nullable String getConfigKey() {
        return null; // always enabled
    }

    @Override
    public Operation createOperation(Operation operation) {
        operations.add(operation);
        return operation;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        EventingService latest = latest();
        if (latest.getClass() == getClass()) {
            return refine(builder);
        }
        operations.forEach(latest::createOperation);
        operations.clear();
        return latest.beforeSchemaBuild(builder);
    }

    /** Returns the instance of the current class. In dev mode, SmallRye retains the first instance across reloads. */
    private EventingService latest() {
        return ServiceLoader.load(EventingService.class).stream()
                .filter(provider -> provider.type().getName().equals(getClass().getName()))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElse(this);
    }

    private GraphQLSchema.Builder refine(GraphQLSchema.Builder builder) {
        GraphQLSchema schema = builder.build();
        Map<String, Class<?>> criteria = new HashMap<>();
        GraphQLCodeRegistry resolved =
                schema.getCodeRegistry().transform(registry -> resolve(registry, schema, criteria));
        operations.clear();
        GraphQLSchema complete = Payloads.derive(schema.transform(with -> with.codeRegistry(resolved)));
        GraphQLSchema plain = SchemaTransformer.transformSchema(complete, new GenericTypes(ChangeInput.of(schema)));
        GraphQLSchema refined =
                SchemaTransformer.transformSchema(FacetFields.addTo(plain, criteria), new SchemaVocabulary());
        Set<GraphQLType> types = refined.getAdditionalTypes().stream()
                .filter(ReferredTypes.of(refined)::contains)
                .collect(Collectors.toSet());
        // SmallRye adds directives for constraints and roles, which this service does not support
        return GraphQLSchema.newSchema(refined)
                .clearAdditionalTypes()
                .additionalTypes(types)
                .clearDirectives()
                .additionalDirectives(Set.copyOf(DirectiveRule.supported(refined)))
                .additionalDirective(AsOfDirective.DEFINITION);
    }

    private void resolve(GraphQLCodeRegistry.Builder registry, GraphQLSchema schema, Map<String, Class<?>> criteria) {
        DataFetcher<Object> directives = environment -> DirectiveRule.supported(environment.getGraphQLSchema());
        registry.dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"), directives);
        Map<String, MutationFetcher> mutations = new HashMap<>();
        for (Operation operation : operations) {
            LevelFetcher fetcher = fetcherOf(operation, mutations);
            registry.dataFetcher(FieldCoordinates.coordinates(typeOf(operation), operation.getName()), fetcher);
            if (fetcher instanceof OperationFetcher query && query.criteria() != null) {
                criteria.put(GenericName.inSchema(operation.getReference().getName()), query.criteria());
            }
        }
        schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .forEach(type -> rename(registry, type));
        schema.getAllTypesAsList().stream()
                .filter(GraphQLInterfaceType.class::isInstance)
                .map(GraphQLInterfaceType.class::cast)
                .forEach(type -> registry.typeResolver(
                        type, current(schema.getCodeRegistry().getTypeResolver(type))));
    }

    private static String typeOf(Operation operation) {
        if (operation.isSourceField()) {
            return operation.getSourceFieldOn().getName();
        }
        return switch (operation.getOperationType()) {
            case QUERY -> "Query";
            case MUTATION -> "Mutation";
            case SUBSCRIPTION -> "Subscription";
            case RESOLVER -> throw new IllegalStateException("Resolvers are not supported: " + operation.getName());
        };
    }

    private static LevelFetcher fetcherOf(Operation operation, Map<String, MutationFetcher> mutations) {
        return switch (typeOf(operation)) {
            case "Mutation" ->
                mutations.computeIfAbsent(operation.getName(), name -> MutationFetcher.of(operation, mutations));
            case "Subscription" -> SubscriptionFetcher.of(operation);
            default -> OperationFetcher.of(operation);
        };
    }

    /** Registers the fetchers of generic types under their names in the schema. */
    private static void rename(GraphQLCodeRegistry.Builder registry, GraphQLObjectType type) {
        GenericName name = GenericName.of(type.getName());
        if (name == null) {
            return;
        }
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            registry.dataFetcher(
                    FieldCoordinates.coordinates(name.inSchema(), field.getName()),
                    registry.getDataFetcher(FieldCoordinates.coordinates(type, field), field));
        }
    }

    /** SmallRye resolves to its own types; those of the refined schema have the same names. */
    private static TypeResolver current(TypeResolver resolver) {
        return environment -> environment
                .getSchema()
                .getObjectType(resolver.getType(environment).getName());
    }
}
