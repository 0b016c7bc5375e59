package dev.rangefinder.engine.schema;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Removal;
import dev.rangefinder.mutation.RequestedChange;
import graphql.Directives;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/**
 * The input for one of several changes: a OneOf input object (GraphQL specification, section 3.10.1) with a field for each
 * mutation that changes one record, so that no mutation has to be declared twice.
 */
final class ChangeInput {

    private static final String INPUT = "input";

    private final List<GraphQLFieldDefinition> mutations;

    private ChangeInput(List<GraphQLFieldDefinition> mutations) {
        this.mutations = mutations;
    }

    /** The input for the mutations of a schema, as SmallRye has built it. */
    static ChangeInput of(GraphQLSchema schema) {
        GraphQLObjectType mutation = schema.getMutationType();
        return new ChangeInput(
                mutation == null
                        ? List.of()
                        : mutation.getFields().stream()
                                .filter(ChangeInput::changesOneRecord)
                                .toList());
    }

    private static boolean changesOneRecord(GraphQLFieldDefinition field) {
        String returned = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
        GenericName generic = GenericName.of(returned);
        return generic == null ? returned.equals(Removal.class.getSimpleName()) : generic.isOf(Change.class);
    }

    static boolean is(GraphQLInputObjectType type) {
        return type.getName().equals(RequestedChange.NAME);
    }

    /** Replaces the fields of the input type. */
    GraphQLInputObjectType complete(GraphQLInputObjectType type) {
        List<GraphQLInputObjectField> fields =
                mutations.stream().map(ChangeInput::field).toList();
        return type.transform(with ->
                with.replaceFields(fields).withAppliedDirective(Directives.OneOfDirective.toAppliedDirective()));
    }

    private static GraphQLInputObjectField field(GraphQLFieldDefinition mutation) {
        GraphQLNamedType input =
                GraphQLTypeUtil.unwrapAll(mutation.getArgument(INPUT).getType());
        return GraphQLInputObjectField.newInputObjectField()
                .name(mutation.getName())
                .description(mutation.getDescription())
                .type(GraphQLTypeReference.typeRef(input.getName()))
                .build();
    }
}
