package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;

/** A statement, or a part of one, together with the values of its parameters. */
public final class Sql {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Object> parameters = new ArrayList<>();

    /** Starts with a text. */
    public static Sql of(String text, Object... parameters) {
        return new Sql().add(text, parameters);
    }

    /** Appends a text that has one {@code ?} for each of the parameters. */
    public Sql add(String more, Object... values) {
        text.append(more);
        Collections.addAll(parameters, values);
        return this;
    }

    /** Appends another part with its parameters. */
    public Sql add(Sql more) {
        text.append(more.text);
        parameters.addAll(more.parameters);
        return this;
    }

    /** Appends a condition that must hold, too; nothing for an empty one. */
    public Sql and(Sql condition) {
        return condition.isEmpty() ? this : add(isEmpty() ? "" : " and ").add(condition);
    }

    /** Appends the clause that asks for a condition; nothing for an empty one. */
    public Sql where(Sql condition) {
        return condition.isEmpty() ? this : add(" where ").add(condition);
    }

    /** How many values its parameters have. */
    public long values() {
        return parameters.stream()
                .mapToLong(value -> value instanceof Object[] values ? values.length : 1)
                .sum();
    }

    /** Whether nothing was appended yet. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The text, as the database gets it. */
    public String text() {
        return text.toString();
    }

    /** Gives the parameters to a statement with this text. */
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

    /** The text and the values: equal for equal questions. */
    @Override
    public String toString() {
        return text + " " + parameters.stream().map(Sql::readable).toList();
    }

    private static Object readable(Object parameter) {
        if (parameter instanceof Object[] values) {
            return Arrays.stream(values).map(Sql::readable).toList();
        }
        if (parameter instanceof long[] keys) {
            return Arrays.toString(keys);
        }
        return parameter instanceof String value ? '\'' + value.replace("'", "''") + '\'' : parameter;
    }
}
