package dev.rangefinder.engine.schema;

import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.util.TreeTransformerUtil.changeNode;

import dev.rangefinder.scalar.ScalarTypes;
import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the schema what annotations cannot express: scalars, deprecation reasons that introspection can find, and an order of
 * fields, by name.
 */
public final class SchemaVocabulary extends GraphQLTypeVisitorStub {

    private static final Map<String, String> ROOTS =
            Map.of("Query", "The root of all queries.", "Subscription", "The root of all subscriptions.");

    @Override
    public TraversalControl visitGraphQLScalarType(
            GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLScalarType ours = ScalarTypes.of(scalar.getName());
        return ours == null ? TraversalControl.CONTINUE : changeNode(context, ours);
    }

    @Override
    public TraversalControl visitGraphQLArgument(
            GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
        if (argument.getName().equals("includeDeprecated")) {
            // graphql-java fails on null, which the specification of September 2025 (section 4.2) does not allow either
            return changeNode(context, argument.transform(with -> with.type(nonNull(Scalars.GraphQLBoolean))));
        }
        return deprecate(context, argument, reason -> argument.transform(with -> with.deprecate(reason)));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        return deprecate(context, field, reason -> field.transform(with -> with.deprecate(reason)));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(
            GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
        return deprecate(context, field, reason -> field.transform(with -> with.deprecate(reason)));
    }

    @Override
    public TraversalControl visitGraphQLEnumValueDefinition(
            GraphQLEnumValueDefinition value, TraverserContext<GraphQLSchemaElement> context) {
        return deprecate(context, value, reason -> value.transform(with -> with.deprecationReason(reason)));
    }

    private TraversalControl deprecate(
            TraverserContext<GraphQLSchemaElement> context,
            GraphQLDirectiveContainer element,
            Function<String, GraphQLSchemaElement> deprecated) {
        String reason = deprecationOf(element);
        return reason == null ? TraversalControl.CONTINUE : changeNode(context, deprecated.apply(reason));
    }

    /** Returns the reason in the directive that SmallRye generates for {@code @Deprecated}, which introspection ignores. */
    @SuppressWarnings("deprecation") // SmallRye generates legacy directives
    private static @Nullable String deprecationOf(GraphQLDirectiveContainer element) {
        GraphQLDirective deprecated = element.getDirective("deprecated");
        if (deprecated == null) {
            return null;
        }
        String reason = GraphQLArgument.getArgumentValue(deprecated.getArgument("reason"));
        return reason == null ? "No longer supported" : reason;
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
            GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        List<GraphQLFieldDefinition> fields = inOrder(type.getFields().stream()
                .map(field -> field.getDescription() == null ? described(field, type) : field));
        String description = ROOTS.getOrDefault(type.getName(), type.getDescription());
        return changeNode(
                context, type.transform(with -> with.replaceFields(fields).description(description)));
    }

    @Override
    public TraversalControl visitGraphQLInterfaceType(
            GraphQLInterfaceType type, TraverserContext<GraphQLSchemaElement> context) {
        List<GraphQLFieldDefinition> fields = inOrder(type.getFields().stream());
        return changeNode(context, type.transform(with -> with.replaceFields(fields)));
    }

    /** SmallRye adds the fields of operations in an order that differs between builds. */
    private static List<GraphQLFieldDefinition> inOrder(Stream<GraphQLFieldDefinition> fields) {
        return fields.sorted(Comparator.comparing(GraphQLFieldDefinition::getName))
                .toList();
    }

    /** A field that implements one of an interface has its description. */
    private static GraphQLFieldDefinition described(GraphQLFieldDefinition field, GraphQLObjectType type) {
        return type.getInterfaces().stream()
                .filter(GraphQLInterfaceType.class::isInstance)
                .map(one -> ((GraphQLInterfaceType) one).getFieldDefinition(field.getName()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(one -> field.transform(with -> with.description(one.getDescription())))
                .orElse(field);
    }
}
