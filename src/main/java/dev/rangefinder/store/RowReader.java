package dev.rangefinder.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads some columns of a row.
 *
 * @param <R> what they are read as
 */
@FunctionalInterface
public interface RowReader<R> {

    /** Reads the columns from a position on. */
    R read(ResultSet row, int first) throws SQLException;
}
