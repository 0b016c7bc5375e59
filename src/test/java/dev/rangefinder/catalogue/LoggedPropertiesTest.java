package dev.rangefinder.catalogue;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.engine.CommittedSchema;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The log names the properties of nodes like the fields of the schema. */
@QuarkusTest
class LoggedPropertiesTest {

    private static final String PROPERTIES = """
        select e.type, p.name from history_entry e cross join lateral entry_properties(e.id) p
        where e.revision = (select revision from catalogue)\
        """;

    @Test
    void everyPropertyInTheLogIsAFieldOfItsType() throws SQLException {
        TypeDefinitionRegistry schema = new SchemaParser().parse(CommittedSchema.FILE.toFile());
        Map<String, Set<String>> logged = logged();
        Set<String> nodes = schema.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.getImplements().stream()
                        .anyMatch(one -> one.toString().contains("'Node'")))
                .map(ObjectTypeDefinition::getName)
                .collect(toSet());
        assertTrue(nodes.contains("Brand"), nodes::toString);
        assertEquals(new TreeSet<>(nodes), new TreeSet<>(logged.keySet()));
        logged.forEach((type, properties) -> {
            properties.removeAll(
                    schema.getType(type, ObjectTypeDefinition.class).orElseThrow().getFieldDefinitions().stream()
                            .map(FieldDefinition::getName)
                            .collect(toSet()));
            assertEquals(Set.of(), properties, type);
        });
    }

    /** The properties of new rows of all tables. */
    private static Map<String, Set<String>> logged() throws SQLException {
        Map<String, Set<String>> found = new HashMap<>();
        try (Connection connection = CatalogueData.connect();
                RolledBackTransaction transaction = new RolledBackTransaction(connection);
                Statement statement = connection.createStatement()) {
            transaction.execute("set constraints all immediate"); // as at the commit
            try (ResultSet row = statement.executeQuery(PROPERTIES)) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), none -> new TreeSet<>())
                            .add(row.getString(2));
                }
            }
        }
        return found;
    }
}
