package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.postgresql.util.PSQLException;

/** A transaction with a row in every table. It is always rolled back, and leaves its connection open. */
final class RolledBackTransaction implements AutoCloseable {

    private final Connection connection;
    private final Map<String, Long> keys = new HashMap<>();

    RolledBackTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        for (Entry<String, String> record : NamedStatements.in("records.sql")) {
            keys.put(record.getKey(), insert(record.getValue()));
        }
    }

    private long insert(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(withKeys(sql))) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Executes a statement in which {name} stands for the key of the row of that name. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(withKeys(sql));
        }
    }

    /** The name of the constraint that the statement violates. */
    String constraintViolatedBy(String sql) {
        PSQLException violation = assertThrows(PSQLException.class, () -> execute(sql));
        return String.valueOf(violation.getServerErrorMessage().getConstraint());
    }

    private String withKeys(String sql) {
        String complete = sql;
        for (Entry<String, Long> key : keys.entrySet()) {
            complete = complete.replace('{' + key.getKey() + '}', key.getValue().toString());
        }
        return complete;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
