package dev.rangefinder.history;

import io.smallrye.graphql.api.Nullable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.graphql.Description;

@Description("A change of a property of an object. Values are texts, in the form in which claims state them.")
public record PropertyChange(
        @Description("The property, such as `releasedOn`.") String name,

        @Nullable @Description(
                "The value before the change. The values of a list are separated by commas. Null if there was none.")
        String before,

        @Nullable @Description("The value after the change. Null if there is none.")
        String after) {

    /** Reads the columns from a position on: the name, and both values. */
    public static PropertyChange read(ResultSet row, int first) throws SQLException {
        return new PropertyChange(row.getString(first), row.getString(first + 1), row.getString(first + 2));
    }
}
