package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;

/** An SQL statement or fragment with the values of its parameters. */
public final class Sql {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Object> parameters = new ArrayList<>();

    /** Creates a fragment from a text that has one {@code ?} for each of the parameters. */
    public static Sql of(String text, Object... parameters) {
        return new Sql().add(text, parameters);
    }

    /** Appends a text that has one {@code ?} for each of the parameters. */
    public Sql add(String more, Object... values) {
        text.append(more);
        Collections.addAll(parameters, values);
        return this;
    }

    /** Appends another fragment with its parameters. */
    public Sql add(Sql more) {
        text.append(more.text);
        parameters.addAll(more.parameters);
        return this;
    }

    /** Appends a condition with AND; appends nothing for an empty one. */
    public Sql and(Sql condition) {
        return condition.isEmpty() ? this : add(isEmpty() ? "" : " and ").add(condition);
    }

    /** Appends a WHERE clause; appends nothing for an empty condition. */
    public Sql where(Sql condition) {
        return condition.isEmpty() ? this : add(" where ").add(condition);
    }

    /** The number of values of all parameters; an array counts as its elements. */
    public long values() {
        return parameters.stream()
                .mapToLong(value -> value instanceof Object[] values ? values.length : 1)
                .sum();
    }

    /** Whether the text is empty. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The text as it is sent to the database. */
    public String text() {
        return text.toString();
    }

    /** Sets the parameters of a statement with this text. */
    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            if (value instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else if (value instanceof long[] keys) {
                PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
                statement.setArray(i + 1, connection.createArrayOf("bigint", keys));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** The text and the values: equal for equal statements. */
    @Override
    public String toString() {
        return text + " " + parameters.stream().map(Sql::literal).toList();
    }

    private static Object literal(Object parameter) {
        if (parameter instanceof Object[] values) {
            return Arrays.stream(values).map(Sql::literal).toList();
        }
        if (parameter instanceof long[] keys) {
            return Arrays.toString(keys);
        }
        return parameter instanceof String value ? '\'' + value.replace("'", "''") + '\'' : parameter;
    }
}
