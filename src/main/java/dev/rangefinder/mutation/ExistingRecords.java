package dev.rangefinder.mutation;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.transaction.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** Finds the records that new ones would repeat, when only the database has noticed it. */
@ApplicationScoped
class ExistingRecords {

    /** The query by what a unique index compares: columns and expressions of some rows. A constraint has an index of its name. */
    private static final String QUERY = """
            select 'select id from ' || i.indrelid::regclass || ' where ' || coalesce(pg_get_expr(i.indpred, i.indrelid), 'true')
                || (select string_agg(' and ' || pg_get_indexdef(i.indexrelid, k, true) || ' = ?', '' order by k)
                    from generate_series(1, i.indnkeyatts) k),
                i.indnkeyatts
            from pg_index i join pg_class n on n.oid = i.indexrelid
            where n.relname = ? and n.relnamespace = current_schema()::regnamespace and i.indisunique
            """;

    /** The columns and values of the rejected row. The words around them depend on the language of the server. */
    private static final Pattern KEY = Pattern.compile("\\(.*?\\)=\\((.*)\\)", Pattern.DOTALL);

    private final DataSource database;
    private final Nodes nodes;

    ExistingRecords(DataSource database, Nodes nodes) {
        this.database = database;
        this.nodes = nodes;
    }

    /** The record that excludes the rejected one; null when it is unknown, or has been removed meanwhile. */
    @Nullable GlobalId find(ServerErrorMessage rejection) {
        String type = GlobalId.typeOf(String.valueOf(rejection.getTable()));
        Matcher key = KEY.matcher(String.valueOf(rejection.getDetail()));
        if (!nodes.knows(type) || !key.find()) {
            return null;
        }
        try (Connection connection = database.getConnection()) {
            Long found = find(connection, String.valueOf(rejection.getConstraint()), key.group(1));
            return found == null ? null : new GlobalId(type, found);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static @Nullable Long find(Connection connection, String index, String values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, index);
            try (ResultSet row = statement.executeQuery()) {
                // Only the last value can contain the separator: those before it are keys of records
                return row.next() ? find(connection, row.getString(1), values.split(", ", row.getInt(2))) : null;
            }
        }
    }

    private static @Nullable Long find(Connection connection, String query, String[] values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i], Types.OTHER); // the database infers the type
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }
}
