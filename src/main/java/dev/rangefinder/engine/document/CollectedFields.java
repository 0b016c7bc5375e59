package dev.rangefinder.engine.document;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the fields of selection sets and their fragments, each with the type that it is selected on. */
final class CollectedFields {

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;

    CollectedFields(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
        this.schema = schema;
        this.fragments = fragments;
    }

    /** The fields at the root of an operation. */
    Map<Field, GraphQLCompositeType> of(OperationDefinition operation) {
        GraphQLCompositeType root = switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
        return collect(operation.getSelectionSet(), root);
    }

    /** The fields below a field; none for a leaf. */
    Map<Field, GraphQLCompositeType> below(Field field, GraphQLOutputType type) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType composite
                ? collect(field.getSelectionSet(), composite)
                : Map.of();
    }

    private Map<Field, GraphQLCompositeType> collect(SelectionSet selected, GraphQLCompositeType type) {
        Map<Field, GraphQLCompositeType> fields = new LinkedHashMap<>();
        collect(fields, new HashSet<>(), selected, type);
        return fields;
    }

    private void collect(
            Map<Field, GraphQLCompositeType> fields,
            Set<String> spread,
            SelectionSet selected,
            GraphQLCompositeType type) {
        for (Selection<?> selection : selected.getSelections()) {
            if (selection instanceof Field field) {
                fields.put(field, type);
            } else if (selection instanceof InlineFragment inline) {
                collect(fields, spread, inline.getSelectionSet(), narrowed(type, inline.getTypeCondition()));
            } else if (spread.add(((FragmentSpread) selection).getName())) {
                FragmentDefinition fragment = fragments.get(((FragmentSpread) selection).getName());
                collect(fields, spread, fragment.getSelectionSet(), narrowed(type, fragment.getTypeCondition()));
            }
        }
    }

    private GraphQLCompositeType narrowed(GraphQLCompositeType type, @Nullable TypeName condition) {
        return condition == null ? type : (GraphQLCompositeType) schema.getType(condition.getName());
    }
}
