package dev.rangefinder.engine;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.rangefinder.engine.schema.OperationFetcher;
import dev.rangefinder.transaction.Projection;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.VariableReference;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A field that a document selects on a type, with the data that all executions share. */
final class SelectedField {

    private final MergedField field;
    private final ResponseKeys keys;
    private final SerializedString encodedKey;
    private final GraphQLFieldDefinition definition;
    private final Completion completion;
    private final DataFetcher<?> fetcher;
    private final boolean hasVariables;
    private final Map<GraphQLObjectType, Selection> below = new ConcurrentHashMap<>(2);
    private volatile @Nullable Map<String, Object> constantArguments;
    private volatile @Nullable Optional<Projection> projection;

    private SelectedField(
            MergedField field, ResponseKeys keys, GraphQLFieldDefinition definition, DataFetcher<?> fetcher) {
        this.field = field;
        this.keys = keys;
        this.encodedKey = keys.encode(field.getResultKey());
        this.definition = definition;
        this.completion = Completion.of(definition.getType());
        this.fetcher = fetcher;
        this.hasVariables = field.getSingleField().getArguments().stream().anyMatch(SelectedField::refersToVariable);
    }

    static SelectedField of(MergedField field, ResponseKeys keys, GraphQLObjectType type, GraphQLSchema schema) {
        GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, type, field.getName());
        return new SelectedField(
                field, keys, definition, schema.getCodeRegistry().getDataFetcher(type, definition));
    }

    private static boolean refersToVariable(Node<?> node) {
        return node instanceof VariableReference
                || node.getChildren().stream().anyMatch(SelectedField::refersToVariable);
    }

    MergedField field() {
        return field;
    }

    Field node() {
        return field.getSingleField();
    }

    String key() {
        return encodedKey.getValue();
    }

    SerializedString encodedKey() {
        return encodedKey;
    }

    Completion completion() {
        return completion;
    }

    DataFetcher<?> fetcher() {
        return fetcher;
    }

    boolean isTypeName() {
        return definition == Introspection.TypeNameMetaFieldDef;
    }

    boolean isIntrospection() {
        return definition.getName().startsWith("__") && !isTypeName();
    }

    /** Whether it is a paginated relation. */
    boolean isPaged() {
        return definition.getArgument("first") != null;
    }

    /** Whether its arguments list as many objects as a page may have, or more. */
    boolean isListed() {
        return definition.getArgument(ListArguments.REPRESENTATIONS) != null;
    }

    /** Whether its rows can be joined to their parents. */
    boolean isCompanion(ExecutionContext context) {
        return fetcher instanceof OperationFetcher relation
                && relation.foreignKey() != null
                && projection(context) != null;
    }

    /** Whether companions can be joined to its rows. */
    boolean hasCompanions(ExecutionContext context) {
        Projection rows = projection(context);
        return rows != null && !rows.companions().isEmpty();
    }

    /** The coerced arguments: GraphQL specification, section 6.4.1. */
    Map<String, Object> arguments(ExecutionContext context) {
        Map<String, Object> arguments = constantArguments;
        if (arguments != null) {
            return arguments;
        }
        arguments = ValuesResolver.getArgumentValues(
                context.getGraphQLSchema().getCodeRegistry(),
                definition.getArguments(),
                node().getArguments(),
                context.getCoercedVariables(),
                context.getGraphQLContext(),
                context.getLocale());
        if (!hasVariables) {
            constantArguments = arguments;
        }
        return arguments;
    }

    /** The projection of the entities of this field; null for all properties. */
    @Nullable Projection projection(ExecutionContext context) {
        Optional<Projection> planned = projection;
        if (planned == null) {
            planned = Optional.ofNullable(ProjectionPlanner.of(this, context));
            projection = planned;
        }
        return planned.orElse(null);
    }

    /** The selection below this field for a type of its value. */
    Selection below(GraphQLObjectType type, ExecutionContext context) {
        Selection selection = below.get(type);
        return selection != null
                ? selection
                : below.computeIfAbsent(type, key -> Selection.below(field, keys, key, context));
    }
}
