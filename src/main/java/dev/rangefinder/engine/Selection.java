package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;

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

    private static final FieldCollector COLLECTOR = new FieldCollector();

    static Selection of(GraphQLObjectType type, MergedSelectionSet selected, GraphQLSchema schema) {
        SelectedField[] fields = selected.getSubFieldsList().stream()
                .map(field -> SelectedField.of(field, type, schema))
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
    static Selection below(MergedField field, GraphQLObjectType type, ExecutionContext context) {
        FieldCollectorParameters parameters = FieldCollectorParameters.newParameters()
                .schema(context.getGraphQLSchema())
                .objectType(type)
                .fragments(context.getFragmentsByName())
                .variables(context.getCoercedVariables().toMap())
                .graphQLContext(context.getGraphQLContext())
                .build();
        return of(type, COLLECTOR.collectFields(parameters, field), context.getGraphQLSchema());
    }
}
