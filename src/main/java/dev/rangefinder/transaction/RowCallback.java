package dev.rangefinder.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a statement does with each of its rows. */
@FunctionalInterface
public interface RowCallback {

    /** Reads the row that the result is at. */
    void read(ResultSet row) throws SQLException;
}
