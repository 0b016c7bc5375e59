package dev.rangefinder.store;

import dev.rangefinder.store.SemiJoin.Strategy;
import dev.rangefinder.transaction.Sql;

/**
 * The rows of a relation that match a filter, in the form in which all of them are found.
 *
 * @param order the order whose index can serve a condition
 */
record MatchingRows(Relation<?, ?, ?> relation, RowOrder order) {

    /**
     * Returns the FROM and WHERE clauses. For the whole table PostgreSQL may choose any plan; for one parent it would overestimate
     * the number of rows.
     *
     * @param from the FROM clause of the rows
     * @param rows the condition that selects the rows of a parent
     */
    Sql of(Condition condition, Sql from, Sql rows) {
        Sql tests = tests(condition);
        if (relation.parent() != null && relation.link() == null && !tests.isEmpty()) {
            return TestedRows.of(relation.table().name(), 0, rows.and(indexable(condition)))
                    .where(tests);
        }
        Strategy strategy = relation.parent() == null ? Strategy.FREE : Strategy.ROW_BY_ROW;
        return Sql.of(" from ").add(from).where(rows.and(condition.sql(strategy)));
    }

    /** The part of a condition that an index serves. */
    Sql indexable(Condition condition) {
        return condition.only(this::isIndexable).sql(Strategy.ROW_BY_ROW);
    }

    /** The part of a condition that is tested on each row. */
    Sql tests(Condition condition) {
        return condition.only(part -> !isIndexable(part)).sql(Strategy.ROW_BY_ROW);
    }

    private boolean isIndexable(Condition part) {
        return part.isIndexable() || part.boundsScan(order);
    }
}
