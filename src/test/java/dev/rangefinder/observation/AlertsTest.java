package dev.rangefinder.observation;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rangefinder.observation.Alerts.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Alerts fire under the right conditions, as evaluated by Prometheus. */
class AlertsTest {

    private static final Path CASES = Path.of("src", "test", "prometheus", "alerts.yaml");

    @TempDir
    Path directory;

    @Test
    void alertsFireAsSpecifiedByTheirCases() throws Exception {
        boolean isInstalled = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool")));
        assumeTrue(
                isInstalled, "promtool is not on the path: the test is skipped (it is in Debian's package prometheus)");
        Files.writeString(directory.resolve("rules.yaml"), Alerts.rules());
        Files.copy(CASES, directory.resolve("alerts.yaml"));

        promtool("check", "rules", "--lint=all", "--lint-fatal", "rules.yaml");
        promtool("test", "rules", "alerts.yaml");
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(output));
    }

    @Test
    void everyAlertHasFiringAndQuietCases() throws IOException {
        Set<String> names = Alerts.all().stream().map(Alert::name).collect(toCollection(TreeSet::new));

        assertEquals(names, alertsWithCases(expected -> !expected.isEmpty()), "firing cases");
        assertEquals(names, alertsWithCases(List::isEmpty), "quiet cases");
    }

    private static Set<String> alertsWithCases(Predicate<List<Map<String, Object>>> outcome) throws IOException {
        Map<String, Object> cases = new Yaml().load(Files.readString(CASES));
        return Alerts.list(cases.get("tests")).stream()
                .flatMap(one -> Alerts.list(one.get("alert_rule_test")).stream())
                .filter(one -> outcome.test(Alerts.list(one.get("exp_alerts"))))
                .map(one -> (String) one.get("alertname"))
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void everyAlertHasSeveritySummaryAndDescription() throws IOException {
        for (Alert alert : Alerts.all()) {
            assertTrue(Set.of("critical", "warning").contains(alert.labels().get("severity")), alert::name);
            assertEquals(Set.of("summary", "description"), alert.annotations().keySet(), alert::name);
        }
    }
}
