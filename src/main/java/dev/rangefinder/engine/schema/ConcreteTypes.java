package dev.rangefinder.engine.schema;

import graphql.TypeResolutionEnvironment;
import graphql.execution.ExecutionContext;
import graphql.execution.TypeResolutionParameters;
import graphql.execution.UnresolvedTypeException;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import java.util.List;

/** Resolves interfaces and unions to the object type of a value: GraphQL specification, section 6.4.3. */
public final class ConcreteTypes {

    private ConcreteTypes() {}

    public static GraphQLObjectType of(GraphQLNamedOutputType type, Object value, ExecutionContext context) {
        if (type instanceof GraphQLObjectType object) {
            return object;
        }
        TypeResolutionEnvironment environment = TypeResolutionParameters.newParameters()
                .fieldType(type)
                .value(value)
                .graphQLContext(context.getGraphQLContext())
                .schema(context.getGraphQLSchema())
                .build();
        GraphQLObjectType object = resolver(type, context).getType(environment);
        if (object == null || !context.getGraphQLSchema().isPossibleType(type, object)) {
            throw new UnresolvedTypeException(type);
        }
        return object;
    }

    private static TypeResolver resolver(GraphQLNamedOutputType type, ExecutionContext context) {
        return type instanceof GraphQLInterfaceType abstraction
                ? context.getGraphQLSchema().getCodeRegistry().getTypeResolver(abstraction)
                : context.getGraphQLSchema().getCodeRegistry().getTypeResolver((GraphQLUnionType) type);
    }

    /** All possible object types of a type. */
    public static List<GraphQLObjectType> possible(GraphQLNamedOutputType type, GraphQLSchema schema) {
        if (type instanceof GraphQLObjectType object) {
            return List.of(object);
        }
        if (type instanceof GraphQLInterfaceType abstraction) {
            return schema.getImplementations(abstraction);
        }
        return ((GraphQLUnionType) type)
                .getTypes().stream().map(GraphQLObjectType.class::cast).toList();
    }
}
