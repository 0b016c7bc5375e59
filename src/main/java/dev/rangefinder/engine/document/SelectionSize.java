package dev.rangefinder.engine.document;

import graphql.language.Field;
import graphql.language.Node;
import graphql.language.Selection;
import graphql.language.SelectionSet;

/**
 * How large a selection set is, where its fragments are expanded.
 *
 * @param width the fields at its top
 * @param parts all that is in it: fields, arguments, values, directives, fragments
 * @param depth the levels of fields below each other, introspection aside
 * @param nesting the selection sets inside each other
 */
record SelectionSize(long width, long parts, int depth, int nesting) {

    /** More than any limit, and far from where numbers overflow. */
    static final long MANY = 1_000_000_000;

    static final SelectionSize NOTHING = new SelectionSize(0, 0, 0, 0);

    /** Both of them, side by side. */
    SelectionSize beside(SelectionSize other) {
        return new SelectionSize(
                Math.min(MANY, width + other.width),
                Math.min(MANY, parts + other.parts),
                Math.max(depth, other.depth),
                Math.max(nesting, other.nesting));
    }

    /** The size of what selects this: a field, or a fragment where it is spread. */
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
