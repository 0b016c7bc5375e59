package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The related rows that pass a filter.
 *
 * @param relation the relation to these rows
 * @param depth the number of relations that lead to them
 * @param tested the column with the key of the row that is tested
 * @param condition the condition on the related rows
 */
record SemiJoin(Relation<?, ?, ?> relation, int depth, TableColumn tested, Condition condition) {

    /** How PostgreSQL evaluates a semi-join. */
    enum Strategy {
        /** PostgreSQL chooses the plan, and may read all related rows at once. */
        FREE,

        /** PostgreSQL tests each row by itself: it does not plan across OFFSET 0. */
        ROW_BY_ROW
    }

    /** Identifies the relation, regardless of the condition. */
    List<Object> path() {
        return List.of(relation.from(0), relation.parent());
    }

    /** Returns this semi-join with another condition. */
    SemiJoin with(Condition other) {
        return new SemiJoin(relation, depth, tested, other);
    }

    /**
     * The upper bound of how many related rows some rows have together.
     *
     * @param rows how many rows are tested; the same one counts again each time that a join table leads to it
     * @param sizes how many rows a table has
     */
    double related(double rows, ToLongFunction<String> sizes) {
        double times = rows / Math.max(1, sizes.applyAsLong(tested.table()));
        return sizes.applyAsLong(relation.parent().table()) * Math.max(1, times);
    }

    /** Tests whether a row has any such rows. */
    Sql exists(Strategy strategy) {
        Sql ofRow = Sql.of(relation.parent().at(depth) + " = " + tested.at(depth - 1));
        return Sql.of("exists (select")
                .add(strategy == Strategy.FREE || relation.link() != null ? rows(strategy, ofRow) : testedRows(ofRow))
                .add(strategy == Strategy.FREE ? ")" : " offset 0)");
    }

    private Sql rows(Strategy strategy, Sql ofRow) {
        return Sql.of(" from " + relation.from(depth)).where(ofRow.and(condition.sql(strategy)));
    }

    /** Keeps PostgreSQL from serving a condition by an index that also holds the many matching rows of other parents. */
    private Sql testedRows(Sql ofRow) {
        Sql indexable = condition.only(Condition::isIndexable).sql(Strategy.ROW_BY_ROW);
        Sql tests = condition.only(part -> !part.isIndexable()).sql(Strategy.ROW_BY_ROW);
        return tests.isEmpty()
                ? rows(Strategy.ROW_BY_ROW, ofRow)
                : TestedRows.of(relation.table().name(), depth, ofRow.and(indexable))
                        .where(tests);
    }

    /** Selects the keys of the rows that have any. */
    Sql keys() {
        return Sql.of("select " + relation.parent().at(depth) + " as key from " + relation.from(depth))
                .where(condition.sql(Strategy.FREE));
    }
}
