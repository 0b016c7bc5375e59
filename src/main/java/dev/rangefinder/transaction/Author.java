package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change, for the log.
 *
 * @param subject the name of the caller; null for the role that connects to the database
 * @param issuer who vouches for the name
 */
public record Author(@Nullable String subject, @Nullable String issuer) {

    /** The role that connects to the database. */
    public static final Author DATABASE_ROLE = new Author(null, null);

    /** What a transaction selects to set who makes its changes, and by which operation. */
    public static final String SETTINGS = "set_config('rangefinder.subject', ?, true), "
            + "set_config('rangefinder.issuer', ?, true), set_config('rangefinder.operation', ?, true)";

    /** Sets the parameters of {@link #SETTINGS} from a position on. */
    public void bind(PreparedStatement statement, int first, String operation) throws SQLException {
        statement.setString(first, Objects.requireNonNullElse(subject, ""));
        statement.setString(first + 1, Objects.requireNonNullElse(issuer, ""));
        statement.setString(first + 2, operation);
    }
}
