package dev.rangefinder.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of columns, and the defaults of those that cannot be null, as the database declares them. */
final class ColumnTypes {

    private static final String READ = """
        select c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then pg_get_expr(d.adbin, d.adrelid) end
        from unnest(?::text[]) t
        join pg_class c on c.oid = to_regclass(t)
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        """;

    private record Type(String name, @Nullable String defaultValue) {}

    private final Map<String, Type> types = new HashMap<>();

    /** Reads the columns of some tables. */
    static ColumnTypes read(Connection connection, Collection<String> tables) throws SQLException {
        ColumnTypes columns = new ColumnTypes();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                columns.types.put(
                        row.getString(1) + '.' + row.getString(2), new Type(row.getString(3), row.getString(4)));
            }
        }
        return columns;
    }

    private Type type(String table, Column column) {
        Type type = types.get(table + '.' + column.name());
        if (type == null) {
            throw new IllegalStateException("The table " + table + " has no column " + column.name());
        }
        return type;
    }

    /** The value of a column in SQL; null when its key is missing. */
    String value(String table, Column column) {
        return "(" + column.value() + ")::" + type(table, column).name;
    }

    /** The value of a column of a new row in SQL. */
    String newValue(String table, Column column) {
        return orDefault(table, column, value(table, column));
    }

    /** A value in SQL, or the default of its column. */
    String orDefault(String table, Column column, String value) {
        String defaultValue = type(table, column).defaultValue;
        return defaultValue == null ? value : "coalesce(" + value + ", " + defaultValue + ")";
    }
}
