package dev.rangefinder.engine.schema;

import dev.rangefinder.mutation.RequestedChange;
import graphql.Directives;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Input;

/**
 * The input for one of several changes: a OneOf input object (GraphQL specification, section 3.10.1) with a field for each
 * mutation that takes one input object, so that no mutation has to be declared twice.
 */
final class ChangeInput {

    private static final String NAME =
            RequestedChange.class.getAnnotation(Input.class).value();

    private final List<GraphQLFieldDefinition> mutations;

    private ChangeInput(List<GraphQLFieldDefinition> mutations) {
        this.mutations = mutations;
    }

    /** The input for a schema with these mutations. */
    static ChangeInput of(GraphQLObjectType mutation) {
        return new ChangeInput(mutation.getFields().stream()
                .filter(field -> inputs(field).count() == 1)
                .toList());
    }

    static boolean is(GraphQLInputObjectType type) {
        return type.getName().equals(NAME);
    }

    private static Stream<GraphQLInputObjectType> inputs(GraphQLFieldDefinition field) {
        return field.getArguments().stream()
                .map(GraphQLArgument::getType)
                .map(type -> GraphQLTypeUtil.unwrapNonNull(type))
                .filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast);
    }

    /** Replaces the fields of the input type. */
    GraphQLInputObjectType complete(GraphQLInputObjectType type) {
        List<GraphQLInputObjectField> fields =
                mutations.stream().map(ChangeInput::field).toList();
        return type.transform(with ->
                with.replaceFields(fields).withAppliedDirective(Directives.OneOfDirective.toAppliedDirective()));
    }

    private static GraphQLInputObjectField field(GraphQLFieldDefinition mutation) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(mutation.getName())
                .description(mutation.getDescription())
                .type(GraphQLTypeReference.typeRef(
                        inputs(mutation).findFirst().orElseThrow().getName()))
                .build();
    }
}
