package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import java.util.List;

/**
 * The related rows that pass a filter.
 *
 * @param relation the relation to these rows
 * @param key the column with the key of the row that is tested
 * @param condition the condition on the related rows
 */
record SemiJoin(Relation<?, ?, ?> relation, String key, Condition condition) {

    /** How PostgreSQL evaluates a semi-join. */
    enum Strategy {
        /** PostgreSQL chooses the plan, and may read all related rows at once. */
        FREE,

        /** PostgreSQL tests each row by itself: it does not plan across OFFSET 0. */
        ROW_BY_ROW
    }

    /** Identifies the relation, regardless of the condition. */
    List<String> path() {
        return List.of(relation.from(), relation.parent(), key);
    }

    /** Returns this semi-join with another condition. */
    SemiJoin with(Condition other) {
        return new SemiJoin(relation, key, other);
    }

    /** The table that holds the key of the tested row. */
    String table() {
        return relation.link() == null
                ? relation.table().name()
                : relation.link().table();
    }

    /** Tests whether a row has any such rows. */
    Sql exists(Strategy strategy) {
        Sql ofRow = Sql.of(relation.parent() + " = " + key);
        return Sql.of("exists (select")
                .add(strategy == Strategy.FREE || relation.link() != null ? rows(strategy, ofRow) : testedRows(ofRow))
                .add(strategy == Strategy.FREE ? ")" : " offset 0)");
    }

    private Sql rows(Strategy strategy, Sql ofRow) {
        return Sql.of(" from " + relation.from()).where(ofRow.and(condition.sql(strategy)));
    }

    /** Keeps PostgreSQL from serving a condition by an index that also holds the many matching rows of other parents. */
    private Sql testedRows(Sql ofRow) {
        Sql indexable = condition.only(Condition::isIndexable).sql(Strategy.ROW_BY_ROW);
        Sql tests = condition.only(part -> !part.isIndexable()).sql(Strategy.ROW_BY_ROW);
        return tests.isEmpty()
                ? rows(Strategy.ROW_BY_ROW, ofRow)
                : TestedRows.of(relation.from(), ofRow.and(indexable), "").where(tests);
    }

    /** Selects the keys of the rows that have any. */
    Sql keys() {
        return Sql.of("select " + relation.parent() + " as key from " + relation.from())
                .where(condition.sql(Strategy.FREE));
    }
}
