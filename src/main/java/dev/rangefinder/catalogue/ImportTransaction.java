package dev.rangefinder.catalogue;

import dev.rangefinder.transaction.Author;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The transaction of an import. Unless it is committed, closing it rolls it back. */
final class ImportTransaction implements AutoCloseable {

    private final Connection connection;

    private ImportTransaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins a transaction.
     *
     * @param author who imports, for the log
     */
    static ImportTransaction begin(Connection connection, Author author) throws SQLException {
        return begin(connection, author, "import");
    }

    /**
     * Begins a transaction that does something else with imported records.
     *
     * @param author who imports, for the log
     * @param operation what is done, for the log
     */
    static ImportTransaction begin(Connection connection, Author author, String operation) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement log = connection.prepareStatement("select " + Author.SETTINGS)) {
            author.bind(log, 1, operation);
            log.execute();
        }
        return new ImportTransaction(connection);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
