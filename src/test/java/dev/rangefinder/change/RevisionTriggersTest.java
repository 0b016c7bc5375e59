package dev.rangefinder.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rangefinder.CatalogueData;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every table of the catalogue has the trigger that increments the revision. */
@QuarkusTest
class RevisionTriggersTest {

    /** The tables of the revision itself, and the history of Flyway. */
    private static final Set<String> NOT_IN_THE_CATALOGUE =
            Set.of("catalogue", "announced_change", "flyway_schema_history");

    private static final String TABLES = """
        select relname from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'f')\
        """;

    /**
     * Triggers after each insert (4), delete (8), update (16) and truncate (32), not for each row (1) or before (2).
     */
    private static final String ANNOUNCING = """
        select relname from pg_trigger
        join pg_class t on t.oid = tgrelid
        where t.relnamespace = current_schema()::regnamespace and tgfoid = 'announce_change'::regproc
          and tgtype = 4 + 8 + 16 + 32 and tgenabled = 'O' and tgqual is null\
        """;

    @Test
    void everyTableOfTheCatalogueAnnouncesItsChanges() throws SQLException {
        Set<String> tables = names(TABLES);
        tables.removeAll(NOT_IN_THE_CATALOGUE);

        assertFalse(tables.isEmpty());
        assertEquals(tables, names(ANNOUNCING));
    }

    private static Set<String> names(String sql) throws SQLException {
        try (Connection connection = CatalogueData.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Set<String> names = new TreeSet<>();
            while (result.next()) {
                names.add(result.getString(1));
            }
            return names;
        }
    }
}
