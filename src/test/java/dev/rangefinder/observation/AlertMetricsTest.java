package dev.rangefinder.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.GraphQLClient;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.MetricsScrape;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.observation.Alerts.Alert;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The metrics of alerts exist. */
@QuarkusTest
class AlertMetricsTest {

    /** Metrics of Prometheus, CloudNativePG 1.27, its Barman Cloud plugin, and cert-manager. */
    private static final Set<String> EXTERNAL = Set.of(
            "up",
            "cnpg_collector_up",
            "cnpg_pg_replication_lag",
            "cnpg_pg_stat_archiver_seconds_since_last_archival",
            "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp",
            "certmanager_certificate_expiration_timestamp_seconds");

    private static final Pattern METRIC =
            Pattern.compile("\\b([a-z]\\w*)(?:\\{([^}]*)})?\\[|\\b([a-z]\\w*)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)(?:=~|=)\"([^\"]*)\"");

    @Management
    URI management;

    @Test
    void metricsAndLabelsOfAlertsAreExported() throws IOException {
        GraphQLClient.send(Map.of("query", "{brands(first: 1) {totalCount}}")).statusCode(200);
        MetricsScrape scrape = MetricsScrape.of(management);
        Set<String> unknown = new TreeSet<>();
        for (Alert alert : Alerts.all()) {
            assertTrue(METRIC.matcher(alert.expression()).find(), alert::name);
            METRIC.matcher(alert.expression()).results().forEach(metric -> {
                String name = metric.group(1) == null ? metric.group(3) : metric.group(1);
                if (!EXTERNAL.contains(name)) {
                    LABEL.matcher(String.valueOf(metric.group(1) == null ? metric.group(4) : metric.group(2)))
                            .results()
                            .filter(label -> !isExported(scrape, name, label))
                            .forEach(label -> unknown.add(name + '{' + label.group() + '}'));
                    if (!scrape.names().contains(name)) {
                        unknown.add(name);
                    }
                }
            });
        }
        assertEquals(Set.of(), unknown);
    }

    /** Prometheus adds the job, and an outcome may not have occurred yet. */
    private static boolean isExported(MetricsScrape scrape, String metric, MatchResult label) {
        if (label.group(1).equals("job")) {
            return true;
        }
        Set<String> values = scrape.values(metric, label.group(1));
        if (label.group(1).equals("outcome")) {
            return Set.of(label.group(2).split("\\|")).stream().allMatch(AlertMetricsTest::isOutcome)
                    && !values.isEmpty();
        }
        return values.stream().anyMatch(value -> value.matches(label.group(2)));
    }

    private static boolean isOutcome(String name) {
        return Set.of(ErrorCode.values()).stream().anyMatch(code -> code.name().equals(name));
    }
}
