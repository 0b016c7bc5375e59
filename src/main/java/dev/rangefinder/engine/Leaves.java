package dev.rangefinder.engine;

import graphql.Scalars;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLEnumType;
import org.jspecify.annotations.Nullable;

/** Coerces the results of scalars and enums: GraphQL specification, sections 3.5 and 3.9. */
final class Leaves {

    private Leaves() {}

    static @Nullable Object serialize(Completion type, Object value, ExecutionContext context) {
        if (type.type() instanceof GraphQLEnumType enumeration) {
            return enumeration.serialize(value, context.getGraphQLContext(), context.getLocale());
        }
        if (isSerialized(type, value)) {
            return value;
        }
        return type.scalar().serialize(value, context.getGraphQLContext(), context.getLocale());
    }

    private static boolean isSerialized(Completion type, Object value) {
        return value instanceof String && (type.type() == Scalars.GraphQLString || type.type() == Scalars.GraphQLID)
                || value instanceof Integer && type.type() == Scalars.GraphQLInt
                || value instanceof Boolean && type.type() == Scalars.GraphQLBoolean;
    }
}
