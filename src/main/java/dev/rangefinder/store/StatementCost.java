package dev.rangefinder.store;

import dev.rangefinder.transaction.ReadContext;

/**
 * How long the database works on a statement about a connection at most, in nanoseconds: by how many rows the tables have, how
 * many of them it may have to look at, and what it asks of each. The figures are those of a slow machine.
 */
final class StatementCost {

    private static final long READ = 3_000;
    private static final long WALK = 250;
    private static final long COUNT = 120;

    private final Relation<?, ?, ?> relation;
    private final Condition condition;
    private final boolean inOrder;

    /**
     * The work on the rows of a relation that pass a condition.
     *
     * @param inOrder whether an index has these rows, and no others, in the order in which they are walked
     */
    StatementCost(Relation<?, ?, ?> relation, Condition condition, boolean inOrder) {
        this.relation = relation;
        this.condition = condition;
        this.inOrder = inOrder;
    }

    /** For a page of each parent. */
    long ofPages(int parents, int limit) {
        long pages = parents * (long) limit * READ;
        return inOrder ? pages : pages + ofAll();
    }

    /** For the number of rows. */
    long ofCount() {
        return condition.parts().isEmpty() ? rows() * COUNT : ofAll();
    }

    /** For finding out whether there is one at a place. */
    long ofOne() {
        return condition.parts().isEmpty() ? READ : ofAll();
    }

    private long ofAll() {
        return rows() * WALK + condition.work(rows(), ReadContext.current()::sizeOf);
    }

    private long rows() {
        return ReadContext.current().sizeOf(relation.table().name());
    }
}
