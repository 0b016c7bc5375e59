package dev.rangefinder.engine;

import graphql.schema.Coercing;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnmodifiedType;
import org.jspecify.annotations.Nullable;

/**
 * How values of one output type are completed: GraphQL specification, section 6.4.3.
 *
 * @param nonNull whether null is an error
 * @param item how the items are completed, for a list; otherwise null
 * @param type the type without its wrappers
 * @param scalar the serialization of a scalar; otherwise null
 */
record Completion(
        boolean nonNull,
        @Nullable Completion item,
        GraphQLNamedOutputType type,
        @Nullable Coercing<?, ?> scalar) {

    static Completion of(GraphQLType type) {
        if (type instanceof GraphQLNonNull nonNull) {
            Completion inner = of(nonNull.getWrappedType());
            return new Completion(true, inner.item, inner.type, inner.scalar);
        }
        if (type instanceof GraphQLList list) {
            Completion item = of(list.getWrappedType());
            return new Completion(false, item, item.type, null);
        }
        return of((GraphQLUnmodifiedType) type);
    }

    private static Completion of(GraphQLUnmodifiedType type) {
        Coercing<?, ?> scalar = type instanceof GraphQLScalarType scalarType ? scalarType.getCoercing() : null;
        return new Completion(false, null, (GraphQLNamedOutputType) type, scalar);
    }

    /** Whether its values, or the items of its lists, have no fields. */
    boolean isLeaf() {
        return type instanceof GraphQLScalarType || type instanceof GraphQLEnumType;
    }
}
