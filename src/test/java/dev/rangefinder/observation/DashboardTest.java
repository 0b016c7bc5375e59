package dev.rangefinder.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.MetricsScrape;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The queries of the dashboard match the exported metrics. */
@QuarkusTest
@TestProfile(ObservabilityProfile.class)
class DashboardTest {

    private static final Path DASHBOARD = Path.of("k8s", "overlays", "production", "dashboard.json");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?=\\{)");
    private static final Pattern LABELS = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=~?\"");

    @Management
    URI management;

    @Test
    void metricsAndLabelsOfQueriesAreExported() throws IOException {
        GraphQLClient.send(Map.of("query", ObservabilityProfile.TRUSTED, "variables", Map.of("slug", "nobody")))
                .statusCode(200);
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

    private static List<String> queries() throws IOException {
        return new ObjectMapper()
                .readTree(DASHBOARD.toFile()).findValues("expr").stream()
                        .map(JsonNode::asText)
                        .toList();
    }
}
