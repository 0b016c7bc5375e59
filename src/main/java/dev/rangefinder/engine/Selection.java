package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;

/**
 * The fields that a document selects on objects of one type: GraphQL specification, section 6.3.2 (CollectFields).
 *
 * @param type the type of the objects
 * @param fields the fields, in the order of the answer
 * @param size the least number of bytes of an object: its response keys with their punctuation, and one for each value
 */
record Selection(GraphQLObjectType type, SelectedField[] fields, long size) {

    /** The punctuation around a response key, and one byte for the value. */
    private static final int FIELD_BYTES = 5;

    /** The selection at the root of an operation. */
    static Selection of(GraphQLObjectType type, List<MergedField> selected, GraphQLSchema schema) {
        return of(type, selected, new ResponseKeys(), schema);
    }

    private static Selection of(
            GraphQLObjectType type, List<MergedField> selected, ResponseKeys keys, GraphQLSchema schema) {
        SelectedField[] fields = selected.stream()
                .map(field -> SelectedField.of(field, keys, type, schema))
                .toArray(SelectedField[]::new);
        return new Selection(type, fields, sizeOf(fields));
    }

    private static long sizeOf(SelectedField[] fields) {
        long size = 2;
        for (SelectedField field : fields) {
            size += field.encodedKey().asQuotedUTF8().length + FIELD_BYTES;
        }
        return size;
    }

    /** Collects the selection below a field for a type of its value. */
    static Selection below(MergedField field, ResponseKeys keys, GraphQLObjectType type, ExecutionContext context) {
        return of(type, SubfieldCollector.below(field, type, context), keys, context.getGraphQLSchema());
    }
}
