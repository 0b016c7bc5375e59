package dev.rangefinder.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every constraint of the database is explained by an error with the path of an input field. */
@QuarkusTest
class ViolationsTest {

    /** Constraints and unique indexes, with their tables; those of triggers as they report them. */
    private static final String CONSTRAINTS = """
        select regexp_replace(conname, '_at_commit$', ''), coalesce(t.relname, '') from pg_constraint
        left join pg_class t on t.oid = conrelid
        where connamespace = current_schema()::regnamespace and contype <> 'n'
        union
        select i.relname, t.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        where x.indisunique and i.relnamespace = current_schema()::regnamespace
        """;

    /** Tables that only triggers and Flyway write. */
    private static final Set<String> INTERNAL = Set.of(
            "catalogue",
            "announced_change",
            "changed_subject",
            "brand_device",
            "executed_mutation",
            "search_name",
            "search_spelling",
            "flyway_schema_history");

    /** What no input violates: it is only referenced, or about derived columns. */
    private static final Set<String> NEVER_VIOLATED = Set.of(
            "device_kind_is_unambiguous",
            "device_release_is_unambiguous",
            "launch_is_of_its_device",
            "variant_is_of_its_device",
            "launch_price_is_whole",
            "launch_price_bound_is_known");

    @Inject
    Violations violations;

    private record Named(String name, String table) {}

    private static List<Named> constraints() throws SQLException {
        List<Named> constraints = new ArrayList<>();
        try (Connection connection = CatalogueData.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(CONSTRAINTS)) {
            while (result.next()) {
                constraints.add(new Named(result.getString(1), result.getString(2)));
            }
        }
        constraints.removeIf(constraint -> INTERNAL.contains(constraint.table));
        constraints.removeIf(constraint -> NEVER_VIOLATED.contains(constraint.name));
        constraints.removeIf(constraint -> constraint.name.endsWith("_pk")); // keys are generated
        return constraints;
    }

    private static Set<String> inputFields() {
        Set<String> fields = new TreeSet<>();
        GraphQLClient.data("{ __schema { types { name inputFields { name } } } }")
                .at("/__schema/types")
                .forEach(type -> type.get("inputFields").forEach(field -> {
                    if (type.get("name").asText().endsWith("Input")) {
                        fields.add(field.get("name").asText());
                    }
                }));
        return fields;
    }

    @Test
    void everyConstraintNamesAnInputField() throws SQLException {
        Set<String> fields = inputFields();
        Set<String> unknown = new TreeSet<>();
        for (Named constraint : constraints()) {
            List<String> path = explain(constraint, false).getPath();
            boolean known = path.get(0).equals("input") && fields.containsAll(path.subList(1, path.size()));
            // Domains have no table
            boolean whole = path.size() == 1 && !constraint.table.isEmpty();
            if (!known || whole) {
                unknown.add(constraint.name + " " + path);
            }
        }
        assertEquals(Set.of(), unknown);
    }

    private ChangeError explain(Named constraint, boolean removal) {
        return violations
                .find(constraint.name, constraint.table)
                .violation(new InputPath(constraint.table, null), removal);
    }

    @Test
    void errorFollowsFromTheKindOfTheConstraint() {
        Named brandExists = new Named("device_brand_exists", "device");
        assertInstanceOf(NotFound.class, explain(brandExists, false));
        assertInstanceOf(StillReferred.class, explain(brandExists, true));
        assertInstanceOf(AlreadyExists.class, explain(new Named("device_slug_is_unique", "device"), false));
        assertInstanceOf(AlreadyExists.class, explain(new Named("launch_happens_once", "launch"), false));
        assertInstanceOf(
                InvalidField.class, explain(new Named("market_parents_form_no_cycle", "market_parent"), false));
        assertInstanceOf(NotCited.class, explain(new Named("brand_is_claimed", "brand"), false));
        assertEquals(
                List.of("input", "endedOn"),
                explain(new Named("partnership_ends_after_its_start", "partnership"), false)
                        .getPath());
    }

    @Test
    void partsAreNamedByTheirListInTheirRecord() {
        Constraint brand = violations.find("member_brand_exists", "member");
        assertEquals(
                List.of("input", "members", "brand"),
                brand.violation(new InputPath("partnership", null), false).getPath());
        assertEquals(
                List.of("input", "brand"),
                brand.violation(new InputPath("member", null), false).getPath());
        assertTrue(brand.violation(new InputPath("partnership", null), false)
                .getMessage()
                .contains("member brand exists"));
    }
}
