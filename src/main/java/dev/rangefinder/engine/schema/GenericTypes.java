package dev.rangefinder.engine.schema;

import static graphql.util.TreeTransformerUtil.changeNode;

import dev.rangefinder.filter.Filter;
import dev.rangefinder.relay.PageRequest;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adapts the types that SmallRye generates from generic Java types, because GraphQL has neither generic types nor parameter
 * objects: types with names such as {@code Connection_Device} are renamed, the components of a {@link PageRequest} become
 * arguments of the field, the {@link Filter#criteria} become fields of the filter, and the {@link ChangeInput} is completed.
 */
public final class GenericTypes extends GraphQLTypeVisitorStub {

    private static final String CRITERIA = "criteria";

    private final ChangeInput change;

    /** Adapts the types of a schema with this input for one of several changes. */
    GenericTypes(ChangeInput change) {
        this.change = change;
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
            GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        GenericName name = GenericName.of(type.getName());
        return name == null
                ? TraversalControl.CONTINUE
                : changeNode(
                        context,
                        type.transform(with -> with.name(name.inSchema()).description(name.in(type.getDescription()))));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectType(
            GraphQLInputObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        if (ChangeInput.is(type)) {
            return changeNode(context, change.complete(type));
        }
        GenericName name = GenericName.of(type.getName());
        if (name == null) {
            return TraversalControl.CONTINUE;
        }
        List<GraphQLInputObjectField> fields = type.getFields().stream()
                .flatMap(GenericTypes::inlined)
                .map(field -> field.transform(with -> with.description(name.in(field.getDescription()))))
                .toList();
        return changeNode(
                context,
                type.transform(with -> with.name(name.inSchema())
                        .description(name.in(type.getDescription()))
                        .replaceFields(fields)));
    }

    private static Stream<GraphQLInputObjectField> inlined(GraphQLInputObjectField field) {
        return field.getName().equals(CRITERIA) ? inputOf(field.getType()).getFields().stream() : Stream.of(field);
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        List<GraphQLArgument> arguments =
                field.getArguments().stream().flatMap(GenericTypes::inlined).toList();
        return arguments.size() == field.getArguments().size()
                ? TraversalControl.CONTINUE
                : changeNode(context, field.transform(with -> with.replaceArguments(arguments)));
    }

    private static Stream<GraphQLArgument> inlined(GraphQLArgument argument) {
        GraphQLInputObjectType input = inputOf(argument.getType());
        GenericName name = input == null ? null : GenericName.of(input.getName());
        return name != null && name.isOf(PageRequest.class)
                ? input.getFields().stream().map(GenericTypes::argument)
                : Stream.of(argument);
    }

    private static GraphQLArgument argument(GraphQLInputObjectField field) {
        return GraphQLArgument.newArgument()
                .name(field.getName())
                .description(field.getDescription())
                .type(field.getType())
                .build();
    }

    private static @Nullable GraphQLInputObjectType inputOf(GraphQLInputType type) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input ? input : null;
    }
}
