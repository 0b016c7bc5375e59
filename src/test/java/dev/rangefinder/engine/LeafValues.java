package dev.rangefinder.engine;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;

/** Provides values of scalars and enums for arguments. */
interface LeafValues {

    /**
     * The place of a value: the field of the document, and the innermost input field or argument that defines its
     * meaning.
     */
    record Place(String coordinates, String owner, String name) {}

    /** A value of a scalar in its JSON form. */
    Object of(GraphQLScalarType type, Place place, SeededRandom draw);

    /** The name of an enum constant. */
    static String of(GraphQLEnumType type, SeededRandom draw) {
        return draw.oneOf(type.getValues()).getName();
    }
}
