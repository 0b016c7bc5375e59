package dev.rangefinder.lifecycle;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.SchemaValidationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.relational.SchemaManager;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The columns that this version reads. */
final class ReadableSchema {

    /** Reads the columns that no entity maps. */
    static final String UNMAPPED = "select revision, changed_at from catalogue limit 0; "
            + "select claim_id, device_id from claim_device limit 0; "
            + "select figure_id, brand_id from figure_brand limit 0";

    /** The SQLSTATEs of statements that do not fit the tables. */
    private static final String UNDEFINED = "42";

    private final Instance<SchemaManager> entities;

    ReadableSchema(Instance<SchemaManager> entities) {
        this.entities = entities;
    }

    /** The first column that a database does not have, or has of another type, in the words of who found out. */
    Optional<String> missingIn(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Without the name of the schema Hibernate would look through all that PostgreSQL has of its own, too.
            entities.get().forSchema(connection.getSchema()).validate();
            statement.execute(UNMAPPED);
            return Optional.empty();
        } catch (SchemaValidationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (PSQLException e) {
            ServerErrorMessage told = e.getServerErrorMessage();
            if (told == null || !told.getSQLState().startsWith(UNDEFINED)) {
                throw e;
            }
            return Optional.of(String.valueOf(told.getMessage()));
        }
    }
}
