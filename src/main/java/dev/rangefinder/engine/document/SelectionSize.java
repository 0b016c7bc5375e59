package dev.rangefinder.engine.document;

import graphql.language.Field;
import graphql.language.Node;
import graphql.language.Selection;
import graphql.language.SelectionSet;

/**
 * The size of a selection set with expanded fragments.
 *
 * @param width the number of top-level fields
 * @param parts the number of fields, arguments, values, directives and fragments
 * @param depth the depth of nested fields, not counting introspection
 * @param nesting the depth of nested selection sets
 */
record SelectionSize(long width, long parts, int depth, int nesting) {

    /** Higher than any limit, and low enough to avoid overflow. */
    static final long MANY = 1_000_000_000;

    static final SelectionSize NOTHING = new SelectionSize(0, 0, 0, 0);

    /** The size of both selection sets side by side. */
    SelectionSize plus(SelectionSize other) {
        return new SelectionSize(
                Math.min(MANY, width + other.width),
                Math.min(MANY, parts + other.parts),
                Math.max(depth, other.depth),
                Math.max(nesting, other.nesting));
    }

    /** The size of a field, inline fragment or fragment spread with this selection set. */
    SelectionSize in(Selection<?> selection) {
        long own = parts + partsOf(selection);
        if (!(selection instanceof Field field)) {
            return new SelectionSize(width, own, depth, nesting + 1);
        }
        return new SelectionSize(1, own, field.getName().startsWith("__") ? 0 : depth + 1, nesting + 1);
    }

    private static int partsOf(Node<?> node) {
        int parts = 1;
        for (Node<?> child : node.getChildren()) {
            parts += child instanceof SelectionSet ? 0 : partsOf(child);
        }
        return parts;
    }
}
