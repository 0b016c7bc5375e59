package dev.rangefinder.engine;

import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.transaction.Projection;
import graphql.execution.ExecutionContext;
import org.jspecify.annotations.Nullable;

/**
 * How much a relation of the document can read, which its place alone tells: neither the data nor the size of a page, so
 * that an operation takes as many statements whatever it finds.
 *
 * @param objects how many objects there can be, as far as they are few
 * @param withCompanions whether the rows that foreign keys of these objects name come along with them
 */
record FanOut(int objects, boolean withCompanions) {

    /** What the query root reads. */
    static final FanOut ROOT = new FanOut(1, false);

    /** A page, with a list in each of its objects. Of more rows many name the same one, which is better read once. */
    private static final int FEW = PageRequest.MAXIMUM * OperationCost.LIST;

    /** What a relation reads for these objects. */
    FanOut of(SelectedField relation, ExecutionContext context) {
        int rows = Math.min(objects * most(relation), FEW + 1);
        return new FanOut(rows, rows <= FEW && relation.hasCompanions(context));
    }

    /** How many rows a relation reads for each object at the most, as far as they are counted. */
    static int most(SelectedField relation) {
        if (relation.isPaged()) {
            return PageRequest.MAXIMUM;
        }
        return relation.completion().item() == null ? 1 : OperationCost.LIST;
    }

    /** What is needed of the rows of a relation that reads this much; null stands for all of it. */
    @Nullable Projection projection(SelectedField relation, ExecutionContext context) {
        Projection projection = relation.projection(context);
        return projection == null || withCompanions ? projection : projection.withoutCompanions();
    }
}
