package dev.rangefinder.engine.document;

import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import org.jspecify.annotations.Nullable;

/**
 * A field of a document with its type.
 *
 * @param parent the type that the field is selected on
 */
record TypedField(Field field, GraphQLCompositeType parent, GraphQLOutputType type) {

    boolean isTypeName() {
        return field.getName().equals(Introspection.TypeNameMetaFieldDef.getName());
    }

    /** Describes why two fields cannot share a key even if no object has both; null when they can. */
    @Nullable String differenceOfShape(TypedField other) {
        return shape().equals(other.shape())
                ? null
                : "of the types " + GraphQLTypeUtil.simplePrint(type) + " and "
                        + GraphQLTypeUtil.simplePrint(other.type);
    }

    /** The printed type, in which all composite types are equal. */
    private String shape() {
        GraphQLUnmodifiedType unwrapped = GraphQLTypeUtil.unwrapAll(type);
        String printed = GraphQLTypeUtil.simplePrint(type);
        return unwrapped instanceof GraphQLCompositeType ? printed.replace(unwrapped.getName(), "{}") : printed;
    }

    /** Describes why two fields of one object cannot share a key; null when they can. */
    @Nullable String difference(TypedField other) {
        if (!field.getName().equals(other.field.getName())) {
            return "both '" + field.getName() + "' and '" + other.field.getName() + '\'';
        }
        return Literals.areEqual(field.getArguments(), other.field.getArguments())
                ? null
                : "requested with different arguments";
    }
}
