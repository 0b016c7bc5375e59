package dev.rangefinder.engine;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;

/** Where arguments get values without fields from. */
interface LeafValues {

    /** Where a value is wanted: the field of the document, and the innermost input field or argument of some meaning. */
    record Place(String coordinates, String owner, String name) {}

    /** A value of a scalar, as JSON has it. */
    Object of(GraphQLScalarType type, Place place, Draw draw);

    /** A name of an enumeration. */
    static String of(GraphQLEnumType type, Draw draw) {
        return draw.oneOf(type.getValues()).getName();
    }
}
