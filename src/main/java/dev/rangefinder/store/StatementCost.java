package dev.rangefinder.store;

import dev.rangefinder.transaction.ReadContext;

/**
 * The upper bounds of the database time of the statements for a connection, in nanoseconds, estimated from the sizes of the
 * tables, the number of rows to scan, and the conditions to test. The figures are those of a slow machine.
 */
final class StatementCost {

    private static final long READ = 3_000;
    private static final long SCAN = 250;
    private static final long COUNT = 120;
    private static final long SELECTED_LINK = 3_000;
    private static final long RELATED = 1_000;
    private static final long GROUP = 500;

    private final Relation<?, ?, ?> relation;
    private final Condition condition;
    private final boolean inOrder;

    /**
     * Creates the cost of reading the rows of a relation that pass a condition.
     *
     * @param inOrder whether an index contains exactly these rows in the order of the scan
     */
    StatementCost(Relation<?, ?, ?> relation, Condition condition, boolean inOrder) {
        this.relation = relation;
        this.condition = condition;
        this.inOrder = inOrder;
    }

    /** The cost of a page of each parent. */
    long ofPages(int parents, int limit) {
        long pages = parents * (long) limit * READ;
        return inOrder && !CurrentDay.isAsked() ? pages : (long) ((double) pages + ofLinks(parents) + ofAll());
    }

    /** The cost of counting the rows of each parent. */
    long ofCount(int parents) {
        return ofLinks(parents) + (condition.parts().isEmpty() ? rows() * COUNT : ofAll());
    }

    /** The cost of counting the rows of each parent up to a limit. A condition may have to be tested on all of them. */
    long ofCount(int parents, int limit) {
        long counted = Math.min(rows(), parents * (long) limit);
        return ofLinks(parents) + (condition.parts().isEmpty() ? counted * COUNT : ofAll());
    }

    /** The cost of counting the rows of each parent by facets, up to a limit. */
    long ofFacets(int parents, int limit, FacetRows facets) {
        double counted = Math.min(rows(), limit);
        double related = facets.relations().size() * (double) FacetRows.relatedLimit(limit);
        double grouped = (counted + related) * facets.facets().size() * GROUP;
        return ofCount(parents, limit) + (long) (parents * (counted * READ + related * RELATED + grouped));
    }

    /** The cost of finding out whether there is a row beyond a cursor. */
    long ofOne() {
        return condition.parts().isEmpty() && !CurrentDay.isAsked() ? READ : ofAll();
    }

    private long ofAll() {
        return (long) (rows() * (double) SCAN + condition.work(rows(), ReadContext.current()::sizeOf));
    }

    /** A function that selects links does so for each parent, which may be linked to all rows. */
    private long ofLinks(int parents) {
        boolean selected = relation.link() != null && relation.link().selection() != null;
        return selected ? parents * rows() * SELECTED_LINK : 0;
    }

    private long rows() {
        return ReadContext.current().sizeOf(relation.table().name());
    }
}
