package dev.rangefinder.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.database.DatabaseRoles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The roles that CloudNativePG makes by the manifests are those of the operations page. */
class RolesTest {

    @Test
    void rolesOfManifestsHaveThePrivilegesOfThoseOfTheOperationsPage() throws Exception {
        DatabaseRoles documented = DatabaseRoles.ofOperationsPage();
        documented.migrate();
        DatabaseRoles managed = DatabaseRoles.of(statements());
        managed.migrate();
        Set<String> privileges = managed.privileges();
        assertEquals(documented.privileges(), privileges);
        assertTrue(privileges.contains("rangefinder_service UPDATE public.brand"), privileges::toString);
        assertTrue(privileges.contains("rangefinder_reader SELECT history.log"), privileges::toString);
        assertEquals(
                Set.of(),
                privileges.stream()
                        .filter(
                                privilege -> privilege.matches(
                                        "rangefinder_(reader (?!SELECT).*|service (?!SELECT).* (history\\..*|public.catalogue))"))
                        .collect(Collectors.toSet()));
    }

    /** What the operator runs: the owner and the database, the SQL after the initialization, and the managed roles. */
    private static List<String> statements() throws Exception {
        JsonNode cluster =
                Kustomize.documents(Path.of("k8s", "database", "cluster.yaml")).get(0);
        JsonNode roles =
                Kustomize.documents(Path.of("k8s", "migration", "roles.yaml")).get(0);
        JsonNode database = cluster.at("/spec/bootstrap/initdb");
        List<String> statements = new ArrayList<>(List.of(
                "create role " + database.path("owner").asText() + " login",
                "create database " + database.path("database").asText() + " owner "
                        + database.path("owner").asText()));
        roles.at("/spec/bootstrap/initdb/postInitApplicationSQL").forEach(sql -> statements.add(sql.asText()));
        for (JsonNode role : roles.at("/spec/managed/roles")) {
            statements.add("alter role " + role.path("name").asText()
                    + (role.path("login").asBoolean() ? " login" : " nologin"));
        }
        return statements;
    }
}
