package dev.rangefinder.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Maps a row to a value.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface RowMapper<T> {

    /** Maps the current row. */
    T map(ResultSet row) throws SQLException;
}
