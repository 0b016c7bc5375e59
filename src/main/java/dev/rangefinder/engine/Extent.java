package dev.rangefinder.engine;

import dev.rangefinder.sql.Wanted;
import graphql.execution.ExecutionContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a relation of the document reads, which the document and its variables tell: never the data, so that an operation
 * takes as many statements whatever it finds.
 *
 * @param objects how many objects there can be, as the price counts them
 * @param withCompanions whether the rows that foreign keys of these objects name come along with them
 */
record Extent(long objects, boolean withCompanions) {

    /** What the query root reads. */
    static final Extent ROOT = new Extent(1, false);

    /** Of more rows many name the same companion, which a statement of its own reads once. */
    private static final int FEW = 100;

    /** What a relation reads for these objects. */
    Extent of(SelectedField relation, Map<String, Object> arguments, ExecutionContext context) {
        long rows = objects * Price.rowsOf(relation, arguments);
        return new Extent(rows, rows <= FEW && relation.hasCompanions(context));
    }

    /** What is wanted of the rows of a relation that reads this much. */
    @Nullable Wanted wanted(SelectedField relation, ExecutionContext context) {
        Wanted wanted = relation.wanted(context);
        return wanted == null || withCompanions ? wanted : wanted.alone();
    }
}
