package dev.rangefinder.engine;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Builds schemas from definitions in SDL, with fetchers of any kind. They may use the scalar {@code Fragile}, which
 * fails to serialize text that starts with {@code !}, and serializes empty text to null.
 */
final class SdlSchemas {

    private static final GraphQLScalarType FRAGILE = GraphQLScalarType.newScalar()
            .name("Fragile")
            .coercing(new FragileCoercing())
            .build();

    private SdlSchemas() {}

    /** A schema with the fetchers that a function returns, and one type resolver for all abstract types. */
    static GraphQLSchema schema(
            String definitions,
            BiFunction<GraphQLObjectType, GraphQLFieldDefinition, DataFetcher<?>> fetchers,
            TypeResolver types) {
        TypeDefinitionRegistry registry = new SchemaParser().parse("scalar Fragile\n" + definitions);
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(FRAGILE)
                .wiringFactory(new TypeWiring(types))
                .build();
        GraphQLSchema bare = new SchemaGenerator().makeExecutableSchema(registry, wiring);
        GraphQLCodeRegistry wired = bare.getCodeRegistry()
                .transform(code -> bare.getAllTypesAsList().stream()
                        .filter(type -> !type.getName().startsWith("__"))
                        .filter(GraphQLObjectType.class::isInstance)
                        .forEach(type -> wire(code, (GraphQLObjectType) type, fetchers)));
        return bare.transform(with -> with.codeRegistry(wired));
    }

    private static void wire(
            GraphQLCodeRegistry.Builder code,
            GraphQLObjectType type,
            BiFunction<GraphQLObjectType, GraphQLFieldDefinition, DataFetcher<?>> fetchers) {
        type.getFields()
                .forEach(field ->
                        code.dataFetcher(FieldCoordinates.coordinates(type, field), fetchers.apply(type, field)));
    }

    /** Resolves all interfaces and unions by one resolver. */
    private record TypeWiring(TypeResolver types) implements WiringFactory {

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return types;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return types;
        }
    }

    private static final class FragileCoercing implements Coercing<String, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            String text = value.toString();
            if (text.startsWith("!")) {
                throw new CoercingSerializeException("java.lang.String " + text + " is too fragile");
            }
            return text.isEmpty() ? null : text;
        }

        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            return input.toString();
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text) {
                return text.getValue();
            }
            throw new CoercingParseLiteralException("Expected a text.");
        }
    }
}
