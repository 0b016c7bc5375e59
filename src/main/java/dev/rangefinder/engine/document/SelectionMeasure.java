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

/** Measures the selection sets of a document, each fragment once. Fragments may refer to themselves, or to nothing. */
final class SelectionMeasure {

    /** The most selection sets inside each other, those of fragments too: what recurses along them needs stack. */
    static final int NESTING = 100;

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

    /** How large a selection set is. */
    SelectionSize of(@Nullable SelectionSet selected) {
        return of(selected, 0);
    }

    /** How large the selection set of a fragment is. */
    SelectionSize of(String fragment) {
        return of(fragment, 0);
    }

    private SelectionSize of(@Nullable SelectionSet selected, int around) {
        if (selected == null) {
            return SelectionSize.NOTHING;
        }
        if (around > NESTING) {
            return new SelectionSize(0, 0, 0, NESTING);
        }
        SelectionSize size = SelectionSize.NOTHING;
        for (Selection<?> selection : selected.getSelections()) {
            size = size.beside(of(selection, around + 1));
        }
        return size;
    }

    private SelectionSize of(Selection<?> selection, int around) {
        if (selection instanceof FragmentSpread spread) {
            return of(spread.getName(), around).in(spread);
        }
        SelectionSet below = selection instanceof Field field
                ? field.getSelectionSet()
                : ((InlineFragment) selection).getSelectionSet();
        return of(below, around).in(selection);
    }

    private SelectionSize of(String fragment, int around) {
        FragmentDefinition definition = fragments.get(fragment);
        if (definition == null || !open.add(fragment)) {
            return SelectionSize.NOTHING; // validation refuses it
        }
        SelectionSize known = sizes.get(fragment);
        SelectionSize size = known != null ? known : of(definition.getSelectionSet(), around);
        sizes.put(fragment, size);
        open.remove(fragment);
        return size;
    }
}
