package dev.rangefinder.mutation;

import static dev.rangefinder.mutation.MutationClient.change;
import static dev.rangefinder.mutation.MutationClient.cite;
import static dev.rangefinder.mutation.MutationClient.errors;
import static dev.rangefinder.mutation.MutationClient.statesAll;
import static dev.rangefinder.mutation.MutationClient.unique;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.Writer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second part in a list violates a constraint, and the path of the error has its index. */
@QuarkusTest
class PartViolationsTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** The constraints of the tables of parts. GraphQL accepts only known values of enums. */
    private static final String CONSTRAINTS = """
        with part (name) as (values ('alias'), ('claim'), ('collaboration'), ('contribution'), ('effect'), ('launch_price'),
            ('member'), ('ownership'), ('term'), ('territory'), ('variant'))
        select regexp_replace(conname, '_at_commit$', '') from pg_constraint join pg_class t on t.oid = conrelid join part p on p.name = t.relname
        where connamespace = current_schema()::regnamespace and contype not in ('n', 'p') and conname !~ '_(decider|is)(_is)?_known$'
        union
        select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        join part p on p.name = t.relname
        where x.indisunique and not x.indisprimary and i.relnamespace = current_schema()::regnamespace
        union
        select name || '_values_are_claimed' from part where name not in ('claim', 'effect')
        """;

    /** References of parts to the records that have them. */
    private static final Set<String> TO_OWNERS = Set.of(
            "alias_brand_exists",
            "alias_device_exists",
            "alias_has_one_owner",
            "claim_has_one_subject",
            "collaboration_device_exists",
            "collaboration_release_is_that_of_its_device",
            "contribution_partnership_exists",
            "effect_claim_exists",
            "launch_price_launch_exists",
            "member_partnership_exists",
            "ownership_brand_exists",
            "term_partnership_exists",
            "territory_partnership_exists",
            "variant_device_exists");

    /** What the types of input fields exclude, and what is only referenced. */
    private static final Set<String> NEVER_VIOLATED = Set.of(
            "term_amount_has_a_currency",
            "term_conversion_approximates_what_it_has",
            "term_conversion_has_a_currency",
            "variant_is_of_its_device");

    private final Map<String, String> names = new HashMap<>();

    /**
     * A violation by the second of two parts. Names in braces stand for records that the test has registered.
     *
     * @param list the key of the list
     * @param first the values of the first
     * @param second the values of the second; {@code claims} replace one that states all values
     * @param error the type of the error, and its path in the second part
     */
    private record Violation(
            String constraint,
            String mutation,
            String list,
            Map<String, ?> first,
            Map<String, ?> second,
            String error) {

        List<?> parts() {
            return Stream.of(first, second)
                    .map(part -> list.matches("claims|effects") ? part : claimed(part))
                    .toList();
        }
    }

    static Stream<Violation> violations() throws IOException {
        try (InputStream lines = PartViolationsTest.class.getResourceAsStream("/mutations/violations.jsonl")) {
            return new String(lines.readAllBytes(), UTF_8).lines().map(PartViolationsTest::violation);
        }
    }

    private static Violation violation(String line) {
        try {
            return JSON.readValue(line, Violation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void registerRecords() {
        names.put("citation", cite());
        for (String name : List.of("self", "text", "alias", "brand", "partnership", "other", "device")) {
            names.put(name, unique(name));
        }
        done("registerBrand", "{brand}", Map.of("aliases", List.of(claimed(Map.of("text", "{alias}")))));
        done("announcePartnership", "{partnership}", Map.of());
        done("announcePartnership", "{other}", Map.of());
        done("registerDevice", "{device}", Map.of());
    }

    private void done(String mutation, String slug, Map<String, ?> values) {
        Map<String, Object> input = record(mutation, slug);
        input.putAll(values);
        assertEquals(List.of(), errors(send(mutation, input)));
    }

    private static Map<String, Object> claimed(Map<String, ?> values) {
        Map<String, Object> part = new HashMap<>(Map.of("claims", List.of(statesAll("{citation}"))));
        part.putAll(values);
        return part;
    }

    private static Map<String, Object> record(String mutation, String slug) {
        return switch (mutation) {
            case "launchDevice" -> claimed(Map.of("device", "{device}", "market", "DE", "status", "LAUNCHED"));
            case "registerDevice" -> claimed(Map.of("slug", slug, "name", slug, "kind", "MODEL", "brand", "{brand}"));
            default -> claimed(Map.of("slug", slug, "name", slug, "claims", List.of(Map.of("citation", "{citation}"))));
        };
    }

    private JsonNode send(String mutation, Map<String, ?> input) {
        try {
            String json = JSON.writeValueAsString(input);
            for (Map.Entry<String, String> name : names.entrySet()) {
                json = json.replace('{' + name.getKey() + '}', name.getValue());
            }
            return change(mutation, "revision", JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("violations")
    void errorNamesTheSecondPart(Violation violation) {
        Map<String, Object> input = record(violation.mutation, "{self}");
        String list = violation.list;
        if (list.equals("effects")) {
            Map<String, ?> affecting = Map.of("citation", "{citation}", "effects", violation.parts());
            input.put("claims", List.of(Map.of("citation", "{citation}"), affecting));
            list = "claims.1.effects";
        } else {
            input.put(list, violation.parts());
        }
        String[] error = violation.error.split(" ");
        String path = error[0] + " input." + list + ".1" + (error.length > 1 ? '.' + error[1] : "");
        assertEquals(Set.of(path), Set.copyOf(errors(send(violation.mutation, input))));
    }

    @Test
    void everyConstraintIsViolated() throws SQLException, IOException {
        Set<String> constraints = CatalogueData.names(CONSTRAINTS);
        constraints.removeAll(TO_OWNERS);
        constraints.removeAll(NEVER_VIOLATED);
        constraints.removeIf(name -> name.matches("claim_(?!source|spoken_by).*_exists"));
        assertEquals(constraints, violations().map(Violation::constraint).collect(toSet()));
    }

    @Test
    void partThatAConcurrentChangeExcludesIsNamed() throws Exception {
        try (Writer writer = new Writer()) {
            writer.execute("insert into alias (text, brand_id) select '" + names.get("text")
                    + "', id from brand where slug = 'leica'");
            writer.execute("insert into claim (source_id, property, value, alias_id)"
                    + " select min(c.id), 'kind', 'NAME', max(a.id) from citation c, alias a");
            Map<String, Object> input = record("registerBrand", "{self}");
            input.put("aliases", List.of(claimed(Map.of("text", "{self} 2")), claimed(Map.of("text", "{text}"))));
            CompletableFuture<JsonNode> registered = CompletableFuture.supplyAsync(() -> send("registerBrand", input));
            writer.awaitWaiting();
            writer.commit();
            JsonNode payload = registered.join();
            assertEquals(List.of("AlreadyExists input.aliases.1.text"), errors(payload));
            assertTrue(payload.at("/errors/0/existing").hasNonNull("id"));
        }
    }

    @Test
    void recordThatIsRemovedConcurrentlyIsNotFound() throws Exception {
        try (Writer writer = new Writer()) {
            String gone = cite();
            writer.execute("delete from citation where key = '" + gone + "'");
            Map<String, Object> input = record("registerBrand", "{self}");
            List<?> claims = List.of(statesAll("{citation}"), Map.of("citation", gone, "states", List.of("kind")));
            Map<String, ?> alias = Map.of("text", "{text} 2", "claims", claims);
            input.put("aliases", List.of(claimed(Map.of("text", "{text}")), alias));
            CompletableFuture<JsonNode> registered = CompletableFuture.supplyAsync(() -> send("registerBrand", input));
            writer.awaitWaiting();
            writer.commit();
            assertEquals(List.of("NotFound input.aliases.1.claims.1.citation"), errors(registered.join()));
        }
    }
}
