package dev.rangefinder.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Processes the rows of a result one by one. */
@FunctionalInterface
public interface RowCallback {

    /** Reads the current row. */
    void read(ResultSet row) throws SQLException;
}
