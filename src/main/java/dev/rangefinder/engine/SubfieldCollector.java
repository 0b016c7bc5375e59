package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.execution.conditional.ConditionalNodes;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields below a field for objects of one type: GraphQL specification, section 6.4.3 (CollectSubfields). The
 * collector of graphql-java copies all fields with a response key whenever it finds another one, so that its time grows with
 * the square of their number.
 */
final class SubfieldCollector {

    private static final ConditionalNodes CONDITIONS = new ConditionalNodes();

    private final GraphQLObjectType type;
    private final ExecutionContext context;
    private final GraphQLSchema schema;
    private final Map<String, List<Field>> fields = new LinkedHashMap<>();
    private final Set<String> spreads = new HashSet<>();

    private SubfieldCollector(GraphQLObjectType type, ExecutionContext context) {
        this.type = type;
        this.context = context;
        this.schema = context.getGraphQLSchema();
    }

    /** Returns the fields with one response key each, in the order of the answer. */
    static List<MergedField> below(MergedField field, GraphQLObjectType type, ExecutionContext context) {
        SubfieldCollector collector = new SubfieldCollector(type, context);
        for (Field selected : field.getFields()) {
            collector.collect(selected.getSelectionSet());
        }
        return collector.fields.values().stream()
                .map(merged -> MergedField.newMergedField(merged).build())
                .toList();
    }

    private void collect(SelectionSet selected) {
        for (Selection<?> selection : selected.getSelections()) {
            if (selection instanceof Field field) {
                if (isIncluded(field)) {
                    fields.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                            .add(field);
                }
            } else if (selection instanceof InlineFragment inline) {
                if (isIncluded(inline)) {
                    collect(inline.getSelectionSet(), inline.getTypeCondition());
                }
            } else {
                collect((FragmentSpread) selection);
            }
        }
    }

    private void collect(FragmentSpread spread) {
        if (isIncluded(spread) && spreads.add(spread.getName())) {
            FragmentDefinition fragment = context.getFragmentsByName().get(spread.getName());
            collect(fragment.getSelectionSet(), fragment.getTypeCondition());
        }
    }

    private void collect(SelectionSet selected, @Nullable TypeName condition) {
        if (condition == null || isOf(condition.getName())) {
            collect(selected);
        }
    }

    private boolean isOf(String condition) {
        GraphQLNamedType wanted = (GraphQLNamedType) schema.getType(condition);
        return wanted instanceof GraphQLObjectType ? wanted == type : schema.isPossibleType(wanted, type);
    }

    private boolean isIncluded(DirectivesContainer<?> selection) {
        return CONDITIONS.shouldInclude(
                selection, context.getCoercedVariables().toMap(), schema, context.getGraphQLContext());
    }
}
