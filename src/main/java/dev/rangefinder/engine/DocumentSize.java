package dev.rangefinder.engine;

import dev.rangefinder.graphql.ErrorCode;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures a document that was parsed and not validated yet, so that validation, which can take exponential time, never
 * works on one that is too large. Fragments may still refer to themselves or to nothing.
 */
final class DocumentSize {

    /** The most selection sets inside each other, those of fragments too: what recurses along them needs stack. */
    private static final int NESTING = 100;

    /**
     * How far a selection set goes, where its fragments are expanded.
     *
     * @param width the fields at its top
     * @param parts all that is in it: fields, arguments, values, directives, fragments
     * @param depth the levels of fields below each other, introspection aside
     * @param nesting the selection sets inside each other
     */
    private record Extent(long width, long parts, int depth, int nesting) {

        private static final long MANY = 1_000_000_000;
        private static final Extent NOTHING = new Extent(0, 0, 0, 0);

        Extent beside(Extent other) {
            return new Extent(
                    Math.min(MANY, width + other.width),
                    Math.min(MANY, parts + other.parts),
                    Math.max(depth, other.depth),
                    Math.max(nesting, other.nesting));
        }

        /** The extent of what selects this: a field, or a fragment where it is spread. */
        Extent in(Selection<?> selection) {
            long own = parts + partsOf(selection);
            if (!(selection instanceof Field field)) {
                return new Extent(width, own, depth, nesting + 1);
            }
            return new Extent(1, own, field.getName().startsWith("__") ? 0 : depth + 1, nesting + 1);
        }

        private static int partsOf(Node<?> node) {
            int parts = 1;
            for (Node<?> child : node.getChildren()) {
                parts += child instanceof SelectionSet ? 0 : partsOf(child);
            }
            return parts;
        }
    }

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Extent> extents = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int aliases;
    private int directives;
    private int inside;

    private DocumentSize(Document document) {
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, second) -> first));
    }

    /** Why a document is too large, as errors; none when it is not. */
    static List<GraphQLError> check(Document document, Limits limits) {
        DocumentSize size = new DocumentSize(document);
        size.count(document);
        List<GraphQLError> errors = new ArrayList<>();
        check(errors, "aliases", size.aliases, limits.aliases());
        check(errors, "directives", size.directives, limits.directives());
        check(errors, "fragments", size.fragments.size(), limits.fragments());
        int nesting = 0;
        for (String fragment : size.fragments.keySet()) {
            nesting = Math.max(nesting, size.measure(fragment).nesting);
        }
        Extent all = Extent.NOTHING;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Extent extent = size.measure(operation.getSelectionSet());
            check(errors, "root fields", extent.width, limits.rootFields());
            check(errors, "levels of fields", extent.depth, limits.depth());
            all = all.beside(extent);
        }
        check(errors, "parts", all.parts, limits.parts());
        check(errors, "selections inside each other", Math.max(nesting, all.nesting), NESTING);
        return errors;
    }

    /** Why the values of variables are too many, or too deep inside each other, as errors; none when they are not. */
    static List<GraphQLError> check(Map<String, Object> variables, Limits limits) {
        return valuesIn(variables, 0, limits.values()) <= limits.values()
                ? List.of()
                : List.of(tooLarge("The variables have too many values: " + limits.values() + " are the most, and "
                        + NESTING + " inside each other."));
    }

    /** How many values there are, or more than the most if they are too deep inside each other. */
    private static int valuesIn(@Nullable Object value, int depth, int most) {
        Collection<?> items = value instanceof Map<?, ?> fields
                ? fields.values()
                : value instanceof Collection<?> list ? list : List.of();
        int values = depth > NESTING ? most + 1 : 1;
        for (Object item : items) {
            values += values > most ? 0 : valuesIn(item, depth + 1, most);
        }
        return values;
    }

    private static void check(List<GraphQLError> errors, String what, long number, long limit) {
        if (number > limit) {
            String counted = number >= Extent.MANY ? "too many " : number + " ";
            errors.add(tooLarge("The document has " + counted + what + ", but " + limit + " are the most."));
        }
    }

    static GraphQLError tooLarge(String message) {
        return GraphqlErrorBuilder.newError()
                .message(message)
                .extensions(Map.of("code", ErrorCode.DOCUMENT_TOO_COMPLEX.name()))
                .build();
    }

    private void count(Node<?> node) {
        if (node instanceof Field field && field.getAlias() != null) {
            aliases++;
        }
        if (node instanceof Directive) {
            directives++;
        }
        node.getChildren().forEach(this::count);
    }

    private Extent measure(@Nullable SelectionSet selected) {
        if (selected == null || inside > NESTING) {
            return selected == null ? Extent.NOTHING : new Extent(0, 0, 0, NESTING);
        }
        inside++;
        Extent extent = Extent.NOTHING;
        for (Selection<?> selection : selections(selected)) {
            extent = extent.beside(measure(selection));
        }
        inside--;
        return extent;
    }

    @SuppressWarnings("unchecked") // graphql-java gives raw selections
    static List<Selection<?>> selections(SelectionSet selected) {
        return (List<Selection<?>>) (List<?>) selected.getSelections();
    }

    private Extent measure(Selection<?> selection) {
        if (selection instanceof FragmentSpread spread) {
            return measure(spread.getName()).in(spread);
        }
        SelectionSet below = selection instanceof Field field
                ? field.getSelectionSet()
                : ((InlineFragment) selection).getSelectionSet();
        return measure(below).in(selection);
    }

    private Extent measure(String fragment) {
        FragmentDefinition definition = fragments.get(fragment);
        if (definition == null || !open.add(fragment)) {
            return Extent.NOTHING; // validation refuses it
        }
        Extent known = extents.get(fragment);
        Extent extent = known != null ? known : measure(definition.getSelectionSet());
        extents.put(fragment, extent);
        open.remove(fragment);
        return extent;
    }
}
