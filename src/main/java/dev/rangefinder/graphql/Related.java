package dev.rangefinder.graphql;

import dev.rangefinder.sql.Sql;
import java.util.List;

/**
 * Rows that a relation leads to and that pass a filter.
 *
 * @param from the FROM clause of the relation, which begins with the table that leads back
 * @param foreignKey the column there that leads back
 * @param key the column that it leads back to
 * @param condition what is asked of them
 */
record Related(String from, String foreignKey, String key, Condition condition) {

    /** How the database finds out whether there are any. */
    enum Look {
        /** As it likes: where all rows are looked at, it may read the related ones as a whole. */
        FREE,
        /** Anew for each row, until there are enough: PostgreSQL does not plan across an OFFSET. */
        ROW_BY_ROW
    }

    /** Equal for the same relation, whatever is asked of its rows. */
    List<String> relation() {
        return List.of(from, foreignKey, key);
    }

    /** Those that pass another filter. */
    Related with(Condition other) {
        return new Related(from, foreignKey, key, other);
    }

    /** The table that leads back. */
    String table() {
        return from.substring(0, from.indexOf(' '));
    }

    /** Whether a row has any. */
    Sql exists(Look look) {
        Sql ofRow = Sql.of(foreignKey + " = " + key);
        return Sql.of("exists (select")
                .add(look == Look.FREE || isJoin() ? rows(look, ofRow) : testedRows(ofRow))
                .add(look == Look.FREE ? ")" : " offset 0)");
    }

    private Sql rows(Look look, Sql ofRow) {
        return Sql.of(" from " + from).where(ofRow.and(condition.sql(look)));
    }

    /** An index may serve a condition that many rows of other parents pass; such a one is left to a test of each row. */
    private Sql testedRows(Sql ofRow) {
        Sql sought = condition.only(Condition::isSought).sql(Look.ROW_BY_ROW);
        Sql tests = condition.only(part -> !part.isSought()).sql(Look.ROW_BY_ROW);
        return tests.isEmpty()
                ? rows(Look.ROW_BY_ROW, ofRow)
                : TestedRows.of(from, ofRow.and(sought), "").where(tests);
    }

    private boolean isJoin() {
        return from.contains(" join ");
    }

    /** Asks for the keys of the rows that have any. */
    Sql keys() {
        return Sql.of("select " + foreignKey + " as key from " + from).where(condition.sql(Look.FREE));
    }
}
