package dev.rangefinder.observation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The alerts of the production manifest. */
final class Alerts {

    private static final Path MANIFEST = Path.of("k8s", "overlays", "production", "prometheusrule.yaml");

    /** An alert. */
    record Alert(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {}

    private Alerts() {}

    /** All alerts. */
    static List<Alert> all() throws IOException {
        List<Map<String, Object>> groups = list(groups().get("groups"));
        return groups.stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .map(Alerts::alert)
                .toList();
    }

    /** The rules as a file of Prometheus, without the parts that belong to Kubernetes. */
    static String rules() throws IOException {
        return new Yaml().dump(groups());
    }

    private static Map<String, Object> groups() throws IOException {
        return map(map(new Yaml().load(Files.readString(MANIFEST))).get("spec"));
    }

    private static Alert alert(Map<String, Object> rule) {
        return new Alert(
                (String) rule.get("alert"),
                (String) rule.get("expr"),
                texts(rule, "labels"),
                texts(rule, "annotations"));
    }

    @SuppressWarnings("unchecked") // the form of the file
    private static Map<String, String> texts(Map<String, Object> rule, String name) {
        return (Map<String, String>) rule.get(name);
    }

    @SuppressWarnings("unchecked") // the form of the file
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    @SuppressWarnings("unchecked") // the form of the file
    static List<Map<String, Object>> list(Object yaml) {
        return (List<Map<String, Object>>) yaml;
    }
}
