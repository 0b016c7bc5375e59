package dev.rangefinder.store;

/**
 * A column of a table.
 *
 * @param table the name of the table
 * @param name the name of the column
 */
record TableColumn(String table, String name) {

    /** The column of the row that a filter tests after traversing a number of relations. */
    String at(int depth) {
        return alias(table, depth) + '.' + name;
    }

    /**
     * The alias of a table in a filter. Each relation of a path has tables of its own, so that a path can return to a table that
     * it comes from. The rows of the statement itself, at depth 0, have the name of their table.
     */
    static String alias(String table, int depth) {
        return depth == 0 ? table : table + '_' + depth;
    }

    /** The table with its alias, for a FROM clause. */
    static String declared(String table, int depth) {
        return depth == 0 ? table : table + ' ' + alias(table, depth);
    }

    /** The name of the column qualified by that of the table. */
    @Override
    public String toString() {
        return at(0);
    }
}
