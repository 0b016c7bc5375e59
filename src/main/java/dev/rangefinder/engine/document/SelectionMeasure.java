package dev.rangefinder.engine.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures the selection sets of a document, each fragment once. Fragments may be cyclic or undefined. */
final class SelectionMeasure {

    /** The maximum nesting of selection sets, including fragments, because recursive code needs stack for each. */
    static final int MAX_NESTING = 100;

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, SelectionSize> sizes = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    SelectionMeasure(Document document) {
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, second) -> first));
    }

    /** The names of the fragments that the document defines. */
    Set<String> fragments() {
        return fragments.keySet();
    }

    /** The size of a selection set. */
    SelectionSize of(@Nullable SelectionSet selected) {
        return of(selected, 0);
    }

    /** The size of the selection set of a fragment. */
    SelectionSize of(String fragment) {
        return of(fragment, 0);
    }

    private SelectionSize of(@Nullable SelectionSet selected, int nesting) {
        if (selected == null) {
            return SelectionSize.NOTHING;
        }
        if (nesting > MAX_NESTING) {
            return new SelectionSize(0, 0, 0, MAX_NESTING);
        }
        SelectionSize size = SelectionSize.NOTHING;
        for (Selection<?> selection : selected.getSelections()) {
            size = size.plus(of(selection, nesting + 1));
        }
        return size;
    }

    private SelectionSize of(Selection<?> selection, int nesting) {
        if (selection instanceof FragmentSpread spread) {
            return of(spread.getName(), nesting).in(spread);
        }
        SelectionSet below = selection instanceof Field field
                ? field.getSelectionSet()
                : ((InlineFragment) selection).getSelectionSet();
        return of(below, nesting).in(selection);
    }

    private SelectionSize of(String fragment, int nesting) {
        FragmentDefinition definition = fragments.get(fragment);
        if (definition == null || !open.add(fragment)) {
            return SelectionSize.NOTHING; // rejected by validation
        }
        SelectionSize measured = sizes.get(fragment);
        SelectionSize size = measured != null ? measured : of(definition.getSelectionSet(), nesting);
        sizes.put(fragment, size);
        open.remove(fragment);
        return size;
    }
}
