package dev.rangefinder.engine;

import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.transaction.Projection;
import graphql.execution.ExecutionContext;
import org.jspecify.annotations.Nullable;

/**
 * How many objects a relation of the document can read. It depends only on the position of the field in the document, not on the
 * data or the page size, so that the number of statements of an operation is the same whatever it finds.
 *
 * @param objects the largest possible number of objects, capped just above the limit for companions
 * @param withCompanions whether the rows that these objects reference are read in the same statement
 */
record FanOut(int objects, boolean withCompanions) {

    /** The fan-out of the query root. */
    static final FanOut ROOT = new FanOut(1, false);

    /** A page with a list in each of its objects. Among more rows, many reference the same row, which is better read once. */
    private static final int MAX_WITH_COMPANIONS = PageRequest.MAXIMUM * OperationCost.LIST;

    /** The fan-out of a relation of these objects. */
    FanOut of(SelectedField relation, ExecutionContext context) {
        int rows = Math.min(objects * most(relation), MAX_WITH_COMPANIONS + 1);
        return new FanOut(rows, rows <= MAX_WITH_COMPANIONS && relation.hasCompanions(context));
    }

    /** The largest number of rows that a relation is assumed to read for each object. */
    static int most(SelectedField relation) {
        if (relation.isPaged() || relation.isListed()) {
            return PageRequest.MAXIMUM;
        }
        return relation.completion().item() == null ? 1 : OperationCost.LIST;
    }

    /** The projection of a relation with this fan-out; null for all properties. */
    @Nullable Projection projection(SelectedField relation, ExecutionContext context) {
        Projection projection = relation.projection(context);
        return projection == null || withCompanions ? projection : projection.withoutCompanions();
    }
}
