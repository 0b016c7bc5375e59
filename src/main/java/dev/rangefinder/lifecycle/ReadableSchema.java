package dev.rangefinder.lifecycle;

import static java.util.Map.entry;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.SchemaValidationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.relational.SchemaManager;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Checks that the database has the columns that this version uses. */
final class ReadableSchema {

    /** The columns that no entity maps, by table or view. */
    static final Map<String, List<String>> UNMAPPED_COLUMNS = Map.ofEntries(
            entry("catalogue", List.of("revision", "changed_at")),
            entry("figure_brand", List.of("figure_id", "brand_id")),
            entry("event_brand", List.of("event_id", "brand_id")),
            entry("event_partnership", List.of("event_id", "partnership_id")),
            entry(
                    "market_territory",
                    List.of(
                            "market_id",
                            "distance",
                            "partnership_id",
                            "territory_id",
                            "included",
                            "exclusive",
                            "valid_from",
                            "valid_until")),
            entry("market_parent", List.of("child_id", "parent_id")),
            entry("brand_device", List.of("brand_id", "device_id", "released")),
            entry("search_name", List.of("place", "key", "property", "text", "brands", "compact", "lexemes")),
            entry("search_spelling", List.of("spelling", "word")),
            entry("partner_device", List.of("brand_id", "device_id")),
            entry("twin", List.of("device_id", "twin_id")),
            entry("citation_basis", List.of("citation_id", "basis_id")),
            entry("citation_payer", List.of("citation_id", "brand_id")),
            entry(
                    "executed_mutation",
                    List.of("issuer", "subject", "key", "field", "request", "revision", "outcome", "at")));

    /** Selects them. */
    static final String UNMAPPED = UNMAPPED_COLUMNS.entrySet().stream()
            .map(of -> "select " + String.join(", ", of.getValue()) + " from " + of.getKey() + " limit 0")
            .sorted()
            .collect(Collectors.joining("; "));

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
