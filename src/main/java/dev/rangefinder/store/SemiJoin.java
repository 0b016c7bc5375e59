package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import java.util.List;

/**
 * Rows that a relation leads to and that pass a filter.
 *
 * @param relation leads to them
 * @param key the column with the key of the row that it leads from
 * @param condition what is asked of them
 */
record SemiJoin(Relation<?, ?, ?> relation, String key, Condition condition) {

    /** How the database finds out whether there are any. */
    enum Look {
        /** As it likes: where all rows are looked at, it may read the related ones as a whole. */
        FREE,
        /** Anew for each row, until there are enough: PostgreSQL does not plan across an OFFSET. */
        ROW_BY_ROW
    }

    /** Equal for the same relation, whatever is asked of its rows. */
    List<String> path() {
        return List.of(relation.from(), relation.parent(), key);
    }

    /** Those that pass another filter. */
    SemiJoin with(Condition other) {
        return new SemiJoin(relation, key, other);
    }

    /** The table that leads back. */
    String table() {
        return relation.link() == null
                ? relation.table().name()
                : relation.link().table();
    }

    /** Whether a row has any. */
    Sql exists(Look look) {
        Sql ofRow = Sql.of(relation.parent() + " = " + key);
        return Sql.of("exists (select")
                .add(look == Look.FREE || relation.link() != null ? rows(look, ofRow) : testedRows(ofRow))
                .add(look == Look.FREE ? ")" : " offset 0)");
    }

    private Sql rows(Look look, Sql ofRow) {
        return Sql.of(" from " + relation.from()).where(ofRow.and(condition.sql(look)));
    }

    /** An index may serve a condition that many rows of other parents pass; such a one is left to a test of each row. */
    private Sql testedRows(Sql ofRow) {
        Sql sought = condition.only(Condition::isSought).sql(Look.ROW_BY_ROW);
        Sql tests = condition.only(part -> !part.isSought()).sql(Look.ROW_BY_ROW);
        return tests.isEmpty()
                ? rows(Look.ROW_BY_ROW, ofRow)
                : TestedRows.of(relation.from(), ofRow.and(sought), "").where(tests);
    }

    /** Asks for the keys of the rows that have any. */
    Sql keys() {
        return Sql.of("select " + relation.parent() + " as key from " + relation.from())
                .where(condition.sql(Look.FREE));
    }
}
