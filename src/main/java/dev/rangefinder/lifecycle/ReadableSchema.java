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

/** Checks that the database has the columns that this version uses. */
final class ReadableSchema {

    /** Selects the columns that no entity maps. */
    static final String UNMAPPED = "select revision, changed_at from catalogue limit 0; "
            + "select figure_id, brand_id from figure_brand limit 0; "
            + "select event_id, brand_id from event_brand limit 0; "
            + "select event_id, partnership_id from event_partnership limit 0; "
            + "select market_id, distance, partnership_id, territory_id, included, exclusive, valid_from, valid_until from market_territory limit 0; "
            + "select child_id, parent_id from market_parent limit 0; "
            + "select brand_id, device_id, released from brand_device limit 0; "
            + "select brand_id, device_id from partner_device limit 0; "
            + "select device_id, twin_id from twin limit 0; "
            + "select citation_id, basis_id from citation_basis limit 0; "
            + "select citation_id, brand_id from citation_payer limit 0; "
            + "select issuer, subject, key, field, request, revision, outcome, at from executed_mutation limit 0";

    /** The SQLSTATE class of statements with undefined tables or columns. */
    private static final String UNDEFINED = "42";

    private final Instance<SchemaManager> entities;

    ReadableSchema(Instance<SchemaManager> entities) {
        this.entities = entities;
    }

    /** The message of Hibernate or PostgreSQL about the first column that is missing or has another type; empty when there is none. */
    Optional<String> missingIn(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Without a schema name, Hibernate would also scan the system catalogs of PostgreSQL.
            entities.get().forSchema(connection.getSchema()).validate();
            statement.execute(UNMAPPED);
            return Optional.empty();
        } catch (SchemaValidationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (PSQLException e) {
            ServerErrorMessage error = e.getServerErrorMessage();
            if (error == null || !error.getSQLState().startsWith(UNDEFINED)) {
                throw e;
            }
            return Optional.of(String.valueOf(error.getMessage()));
        }
    }
}
