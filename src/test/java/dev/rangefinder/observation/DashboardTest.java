package dev.rangefinder.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.MetricsScrape;
import dev.rangefinder.OptionalFeaturesProfile;
import dev.rangefinder.Writer;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The queries of the dashboard match the exported metrics. */
@QuarkusTest
@TestProfile(OptionalFeaturesProfile.class)
class DashboardTest {

    private static final Path DASHBOARD = Path.of("k8s", "overlays", "production", "dashboard.json");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?=\\{)");
    private static final Pattern LABELS = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=~?\"");

    /** Grafana expands this to the chosen time range. */
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\((\\w+)\\)");

    private static final Pattern DOCUMENTED = Pattern.compile("```sql\n(select revision, at[^;]+);");

    @Management
    URI management;

    @Test
    void metricsAndLabelsOfQueriesAreExported() throws IOException {
        GraphQLClient.send(Map.of("query", OptionalFeaturesProfile.TRUSTED, "variables", Map.of("slug", "nobody")))
                .statusCode(200);
        cite();
        MetricsScrape scrape = MetricsScrape.of(management);
        List<String> queries = queries();
        assertTrue(queries.size() >= 10, queries::toString);
        for (String query : queries) {
            Matcher metric = LABELS.matcher(query);
            assertTrue(metric.find(), query);
            do {
                assertExported(scrape, query, metric.group(1), metric.group(2));
            } while (metric.find());
        }
    }

    private static void assertExported(MetricsScrape scrape, String query, String metric, String selector) {
        assertTrue(scrape.names().contains(metric), () -> metric + " is not exported, but used by " + query);
        Matcher label = LABEL.matcher(selector);
        while (label.find()) {
            String name = label.group(1);
            assertTrue(
                    // Prometheus adds these labels
                    Set.of("namespace", "job").contains(name)
                            || !scrape.values(metric, name).isEmpty(),
                    () -> metric + " has no label " + name + ", which is used by " + query);
        }
    }

    @Test
    void everyMetricOfTheServiceIsOnTheDashboard() throws IOException {
        GraphQLClient.send(Map.of("query", "{__typename}")).statusCode(200);
        cite();
        Set<String> ours = new TreeSet<>();
        MetricsScrape.of(management).names().stream()
                .filter(name -> name.startsWith("rangefinder_"))
                .map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
                .forEach(ours::add);
        Set<String> shown = new TreeSet<>();
        for (String query : queries()) {
            Matcher metric = METRIC.matcher(query);
            while (metric.find()) {
                shown.add(metric.group(1).replaceFirst("_(bucket|count|sum|max)$", ""));
            }
        }
        ours.removeAll(shown);
        assertEquals(Set.of(), ours, "metrics that are not on the dashboard");
    }

    @Test
    void panelsOfTheLogTellTheReaderWhoDidWhat() throws Exception {
        cite();
        List<String> queries = values("rawSql");
        assertEquals(2, queries.size());
        String changes = firstOfAlice(inLastHour(queries.get(0)));
        assertTrue(changes.contains("\"revisions\":"), changes);
        String entries = firstOfAlice(inLastHour(queries.get(1)));
        assertTrue(entries.contains("\"changed\":\"created citation\""), entries);
    }

    @Test
    void queryOfTheOperationsPageTellsTheReaderWhoDidWhat() throws Exception {
        int revision = cite();
        Matcher query = DOCUMENTED.matcher(Files.readString(Path.of("src/site/markdown/operations.md")));
        assertTrue(query.find());
        String property = firstOfAlice(query.group(1).replace("42", Integer.toString(revision)));
        assertTrue(
                property.matches(
                        ".*\"type\":\"Citation\",\"name\":\"\\w+\",\"before\":null,\"after\":\"(D-.*|Audited)\"}"),
                property);
    }

    private static String inLastHour(String query) {
        return TIME_FILTER.matcher(query).replaceAll("$1 between now() - interval '1 hour' and now()");
    }

    /** The first row about a citation of an editor, as JSON, read by the role that may only read. */
    private static String firstOfAlice(String query) throws SQLException {
        try (Writer writer = new Writer()) {
            String reader = writer.text("select tableowner || '_reader' from pg_tables where tablename = 'brand'"
                    + " and schemaname = current_schema()");
            writer.execute("create role " + reader);
            writer.execute("select grant_access()");
            writer.execute("set local role " + reader);
            String first = writer.text("select row_to_json(r) from (" + query + ") r"
                    + " where operation = 'citeDocument' and subject = 'alice' and issuer like 'http://%' limit 1");
            writer.rollback();
            return first;
        }
    }

    /** Adds a citation that no other test refers to, and returns the revision. */
    private static int cite() {
        String document = "mutation {citeDocument(input: {key: \"D-" + UUID.randomUUID()
                + "\", title: \"Audited\"}) {revision errors {... on ChangeError {message}}}}";
        JsonNode answer = GraphQLClient.answer(
                document,
                Map.of(),
                "authorization",
                IdentityResource.token().with(Role.EDITOR).header());
        JsonNode revision = GraphQLClient.data(document, answer).at("/citeDocument/revision");
        assertTrue(revision.isInt(), answer::toString);
        return revision.asInt();
    }

    private static List<String> queries() throws IOException {
        return values("expr");
    }

    private static List<String> values(String field) throws IOException {
        return new ObjectMapper()
                .readTree(DASHBOARD.toFile()).findValues(field).stream()
                        .map(JsonNode::asText)
                        .toList();
    }
}
