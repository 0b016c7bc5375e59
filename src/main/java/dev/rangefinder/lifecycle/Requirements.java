package dev.rangefinder.lifecycle;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The requirements of an empty database. The start ends when they are not met. */
final class Requirements {

    private static final String ENCODING = "UTF8";

    /** The schema of the tables and the schema of the extension; each is null when it does not exist. */
    private static final String SCHEMAS = """
        select current_schema(), (select quote_ident(nspname) from pg_extension e join pg_namespace n on n.oid = extnamespace
                                  where extname = 'pg_trgm')\
        """;

    /** Whether Chinese characters have trigrams, which name searches use. */
    private static final String HAS_TRIGRAMS = "select cardinality(%s.show_trgm('华为')) > 0";

    private Requirements() {}

    /**
     * Checks the encoding, the schema and, once the extension exists, the locale.
     *
     * @throws ConfigurationException when the database cannot be used
     */
    static void check(Connection connection) throws SQLException {
        String encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
        if (!ENCODING.equals(encoding)) {
            throw unsuitable(connection, "the encoding " + encoding + ", which cannot represent all characters");
        }
        try (Statement statement = connection.createStatement();
                ResultSet schemas = statement.executeQuery(SCHEMAS)) {
            schemas.next();
            if (schemas.getString(1) == null) {
                throw new ConfigurationException("rangefinder.database.url: No schema of the search_path exists"
                        + " for the tables. Create the schema in currentSchema.");
            }
            checkTrigrams(connection, schemas.getString(2));
        }
    }

    private static void checkTrigrams(Connection connection, @Nullable String extension) throws SQLException {
        if (extension != null && !"t".equals(text(connection, HAS_TRIGRAMS.formatted(extension)))) {
            String locale = text(connection, "select datctype from pg_database where datname = current_database()");
            throw unsuitable(
                    connection, "the locale " + locale + ", in which pg_trgm does not recognize Chinese characters");
        }
    }

    private static ConfigurationException unsuitable(Connection connection, String what) throws SQLException {
        return new ConfigurationException(
                "rangefinder.database.url: The database " + connection.getCatalog() + " has " + what
                        + ". Use a database created with: create database ... template template0 encoding 'UTF8' locale 'C.UTF-8'");
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
