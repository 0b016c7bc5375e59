package dev.rangefinder.engine.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the variables that the operations of a document use, except in the arguments of their root fields. */
final class SelectedVariables {

    private SelectedVariables() {}

    /** The names of the variables. */
    static Set<String> of(Document document) {
        Set<String> names = new HashSet<>();
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            for (Selection<?> root : operation.getSelectionSet().getSelections()) {
                add(names, root instanceof Field field ? selected(field) : List.of(root));
            }
        }
        add(names, document.getDefinitionsOfType(FragmentDefinition.class));
        return names;
    }

    private static List<SelectionSet> selected(Field field) {
        return field.getSelectionSet() == null ? List.of() : List.of(field.getSelectionSet());
    }

    private static void add(Set<String> names, List<? extends Node<?>> nodes) {
        nodes.forEach(node -> add(names, node));
    }

    private static void add(Set<String> names, Node<?> node) {
        if (node instanceof VariableReference variable) {
            names.add(variable.getName());
        }
        node.getChildren().forEach(child -> add(names, child));
    }
}
