package dev.rangefinder.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** An older version validates all tables that it reads against the schema of a later one. */
@QuarkusTest
class SchemaMigrationTest {

    /** Tables that only the database or Flyway reads. */
    private static final Set<String> NEVER_READ =
            Set.of("announced_change", "changed_subject", "flyway_schema_history");

    @Inject
    DataSource database;

    @Inject
    SessionFactory entities;

    @Test
    void tablesWithoutAnEntityAreValidated() throws SQLException {
        Set<String> unmapped = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet table =
                        statement.executeQuery("select tablename from pg_tables where schemaname = current_schema()")) {
            while (table.next()) {
                unmapped.add(table.getString(1));
            }
        }
        unmapped.removeAll(NEVER_READ);
        for (EntityType<?> entity : entities.getMetamodel().getEntities()) {
            unmapped.remove(
                    entity.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
        }
        unmapped.removeIf(table -> ReadableSchema.UNMAPPED.contains(" from " + table + ' '));
        assertEquals(Set.of(), unmapped, "tables without an entity that are not validated");
    }
}
