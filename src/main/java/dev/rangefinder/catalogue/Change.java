package dev.rangefinder.catalogue;

/**
 * A statement that changes a table of the catalogue. Even one that changes no row would be a revision, so that it is executed only if
 * its rows differ.
 *
 * @param rows a query for the rows that it would change
 * @param statement the statement
 */
record Change(String rows, String statement) {

    /** A query for whether the statement would change anything. */
    String isNeeded() {
        return "select exists (" + rows + ")";
    }
}
