package dev.rangefinder.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a value of a row.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface RowMapper<T> {

    /** Reads the row that the result is at. */
    T map(ResultSet row) throws SQLException;
}
