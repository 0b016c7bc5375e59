package dev.rangefinder.graphql;

import dev.rangefinder.sql.Sql;

/**
 * What rows can be found by, besides being walked in their order.
 *
 * @param keys asks for the keys of the rows that it leads to; some may come more than once
 * @param isBoundable whether some of the keys can be had without finding all of them
 * @param test whether it leads to a row
 * @param others what else is asked of the row
 */
record Lead(Sql keys, boolean isBoundable, Sql test, Sql others) {}
