package dev.rangefinder.lifecycle;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** What a database must be like before any table is in it. The start ends where it is not. */
final class Requirements {

    private static final String ENCODING = "UTF8";

    /** The schema of the tables, and that of the extension; each is null where there is none. */
    private static final String SCHEMAS = """
        select current_schema(), (select quote_ident(nspname) from pg_extension e join pg_namespace n on n.oid = extnamespace
                                  where extname = 'pg_trgm')\
        """;

    /** Whether trigrams, by which names are searched, are made of Chinese letters, too. */
    private static final String HAS_TRIGRAMS = "select cardinality(%s.show_trgm('华为')) > 0";

    private Requirements() {}

    /**
     * Checks what can be checked: as long as the extension is not there, not yet what it finds.
     *
     * @throws ConfigurationException when the database can never do
     */
    static void check(Connection connection) throws SQLException {
        String encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
        if (!ENCODING.equals(encoding)) {
            throw unfit(connection, "the encoding " + encoding + ", which does not have every letter");
        }
        try (Statement statement = connection.createStatement();
                ResultSet schemas = statement.executeQuery(SCHEMAS)) {
            schemas.next();
            if (schemas.getString(1) == null) {
                throw new ConfigurationException(
                        "rangefinder.database.url: No schema of the search_path exists, so that there"
                                + " is no place for tables. Create the one that currentSchema names.");
            }
            checkTrigrams(connection, schemas.getString(2));
        }
    }

    private static void checkTrigrams(Connection connection, @Nullable String extension) throws SQLException {
        if (extension != null && !"t".equals(text(connection, HAS_TRIGRAMS.formatted(extension)))) {
            String locale = text(connection, "select datctype from pg_database where datname = current_database()");
            throw unfit(connection, "the locale " + locale + ", in which pg_trgm finds no letters in Chinese names");
        }
    }

    private static ConfigurationException unfit(Connection connection, String what) throws SQLException {
        return new ConfigurationException("rangefinder.database.url: The database " + connection.getCatalog() + " has "
                + what + ". Use another one: create database ... template template0 encoding 'UTF8' locale 'C.UTF-8'");
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
