package dev.rangefinder.graphql;

import dev.rangefinder.sql.Sql;

/**
 * Rows that a relation leads to and that pass a filter.
 *
 * @param from the FROM clause of the relation
 * @param foreignKey the column there that leads back
 * @param key the column that it leads back to
 * @param condition what is asked of them; empty when that is nothing
 */
record Related(String from, String foreignKey, String key, Sql condition) {

    /** How the database finds out whether there are any. */
    enum Look {
        /** As it likes: where all rows are looked at, it may read the related ones as a whole. */
        FREE(""),
        /** Anew for each row, until there are enough: PostgreSQL does not plan across an OFFSET. */
        ROW_BY_ROW(" offset 0");

        private final String end;

        Look(String end) {
            this.end = end;
        }
    }

    /** Whether a row has any. */
    Sql exists(Look look) {
        return Sql.of("exists (select from " + from + " where " + foreignKey + " = " + key)
                .and(condition)
                .add(look.end + ")");
    }

    /** Asks for the keys of the rows that have any. */
    Sql keys() {
        return Sql.of("select " + foreignKey + " as key from " + from).where(condition);
    }
}
